extension Catalogue {
  /// The questions to store staff, and how a post will look.
  static let interview = """
    interview.keys
    en Enter goes on, ↑ goes back, Ctrl-C gives up without keeping anything.
    fr Entrée continue, ↑ revient en arrière, Ctrl-C abandonne sans rien enregistrer.

    interview.keys.plain
    en Enter goes on, < and Enter goes back, Ctrl-C gives up without keeping anything.
    fr Entrée continue, < puis Entrée revient en arrière, Ctrl-C abandonne sans rien enregistrer.

    interview.keys.send
    en [s] send  [e] edit  [q] keep as a draft
    fr [o] envoyer  [m] modifier  [q] garder en brouillon

    interview.keys.blocked
    en [e] edit  [q] keep as a draft
    fr [m] modifier  [q] garder en brouillon

    interview.decide
    en type s, e or q, then Enter
    fr tapez o, m ou q, puis Entrée

    interview.decideBlocked
    en type e or q, then Enter
    fr tapez m ou q, puis Entrée

    interview.cannotSend
    en the post cannot leave like this; what stops it stands above with a ✗
    fr la publication ne peut pas partir ainsi ; ce qui la bloque est marqué ✗ plus haut

    interview.nothingToChange
    en this template asks nothing
    fr ce modèle ne pose pas de question

    interview.pick
    en Which answer is to be changed? Its number from 1 to {1}, or Enter for none
    fr Quelle réponse modifier ? Son numéro, de 1 à {1}, ou Entrée pour aucune

    interview.pickNumber
    en type a number from 1 to {1}
    fr tapez un numéro de 1 à {1}

    interview.first
    en this is the first question
    fr c'est la première question

    interview.nothing
    en (nothing)
    fr (rien)

    interview.yes
    en yes
    fr oui

    interview.no
    en no
    fr non

    interview.enter
    en Enter: {1}
    fr Entrée : {1}

    interview.enterNothing
    en Enter: nothing
    fr Entrée : rien

    interview.dash
    en {1} for nothing
    fr {1} pour rien

    interview.limit.text
    en {1#} characters at most
    fr {1#} caractères au plus

    interview.limit.price
    en such as 4.99
    fr comme 4,99

    interview.limit.date
    en such as 28/11, saturday or tomorrow
    fr comme 28/11, samedi ou demain

    interview.limit.choice
    en a number, or the beginning of the text
    fr un numéro, ou le début du texte

    interview.limit.between
    en from {1} to {2}
    fr de {1} à {2}

    interview.limit.least
    en {1} at least
    fr au moins {1}

    interview.limit.most
    en {1} at most
    fr au plus {1}

    interview.limit.yesOrNo
    en y or n
    fr o ou n

    interview.length
    en {1#}/{2#} characters
    fr {1#}/{2#} caractères

    interview.tooLong
    en {1#}/{2#} characters, {3#} too many
    fr {1#}/{2#} caractères, {3#} de trop

    interview.photo
    en Your picture?
    fr Votre photo ?

    interview.photo.help
    en Drop the file on this window, or type where it is.
    fr Glissez le fichier dans cette fenêtre, ou tapez son chemin.

    interview.photo.facts
    en {1}, {2} × {3} pixels, {4#} KiB
    fr {1}, {2} × {3} pixels, {4#} Kio

    interview.photo.located
    en the place where it was taken stood in the file; it is removed before it leaves
    fr le lieu de la prise de vue figurait dans le fichier ; il est retiré avant l'envoi

    interview.alt
    en What does the picture show?
    fr Que montre la photo ?

    interview.alt.help
    en For people who do not see it. For example: Red apples in wooden boxes at the shop's entrance.
    fr Pour les personnes qui ne la voient pas. Par exemple : Des pommes rouges dans des cagettes en
      bois, à l'entrée du magasin.

    interview.people
    en Can anybody be recognised in it?
    fr Reconnaît-on quelqu'un sur la photo ?

    interview.people.help
    en A face counts, a colleague's too.
    fr Un visage compte, celui d'un collègue aussi.

    interview.consent
    en The reference of their written agreement?
    fr La référence de leur accord écrit ?

    interview.consent.help
    en Where the signed paper is, such as: folder image rights 2026, no. 14. Without it the post may have to wait.
    fr Où se trouve le papier signé, comme : classeur droit à l'image 2026, n° 14. Sans elle, la
      publication peut devoir attendre.

    interview.minors
    en Are any of them under 18?
    fr Y a-t-il parmi elles des mineurs ?

    interview.parents
    en The reference of their parents' written agreement?
    fr La référence de l'accord écrit des parents ?

    interview.parents.help
    en Without it the post may have to wait.
    fr Sans elle, la publication peut devoir attendre.

    interview.stopped
    en given up; nothing was kept
    fr abandon ; rien n'a été enregistré

    interview.noTerminal
    en questions are asked on a terminal only, and not with --json
    fr les questions ne sont posées que sur un terminal, et pas avec --json

    interview.noTerminal.hint
    en answer by options: {1}
    fr répondez par des options : {1}

    help.option.post.editor
    en answer the questions in your editor (VISUAL or EDITOR)
    fr répondre aux questions dans votre éditeur (VISUAL ou EDITOR)

    posts.editorAlone
    en the editor takes the answers of one store and one template, without --to and --yes
    fr l'éditeur prend les réponses d'un seul magasin et d'un modèle, sans --to ni --yes

    editor.none
    en no editor is set
    fr aucun éditeur n'est choisi

    editor.none.hint
    en set VISUAL or EDITOR, such as: EDITOR=nano
    fr définissez VISUAL ou EDITOR, par exemple : EDITOR=nano

    editor.failed
    en the editor '{1}' ended with {2}; the answers are kept in {3}
    fr l'éditeur « {1} » s'est terminé avec {2} ; les réponses sont gardées dans {3}

    editor.kept
    en the answers cannot be used yet: {1#} {1?finding:findings}; they are kept in {2}
    fr les réponses sont encore inutilisables : {1#} {1?remarque:remarques} ; elles sont gardées dans
      {2}

    editor.again
    en Enter opens the file again, q leaves it for later.
    fr Entrée rouvre le fichier, q le garde pour plus tard.

    sheet.how
    en Write each answer behind its colon, save, and leave the editor.
    fr Écrivez chaque réponse après ses deux-points, enregistrez, puis quittez l'éditeur.

    sheet.quotes
    en An answer with a # or a colon stands in double quotes, such as {1}
    fr Une réponse avec un # ou un deux-points se met entre guillemets droits, comme {1}

    sheet.required
    en must be answered
    fr réponse obligatoire

    sheet.optional
    en may stay empty
    fr peut rester vide

    sheet.withPhoto
    en must be answered with a picture
    fr réponse obligatoire avec une photo

    sheet.withPeople
    en must be answered when somebody can be recognised
    fr réponse obligatoire si l'on reconnaît quelqu'un

    sheet.standard
    en empty: {1}
    fr vide : {1}

    sheet.dash
    en {1} for nothing
    fr {1} pour rien

    sheet.cut
    en the answer to '{1}' cannot be read as it stands: put all of it on one line and in double quotes
    fr la réponse à « {1} » ne peut pas être lue ainsi : mettez-la en entier sur une ligne, entre
      guillemets droits

    sheet.photo
    en Without an answer to 'file' the template's own picture is shown.
    fr Sans réponse à « file », c'est l'image du modèle qui est montrée.

    sheet.alone
    en the other answers about the picture need one for 'file'
    fr les autres réponses sur la photo en demandent une à « file »

    length.fits
    en {1} {2#}/{3#}
    fr {1} {2#}/{3#}

    length.over
    en {1} {2#}/{3#}, {4#} too many
    fr {1} {2#}/{3#}, {4#} de trop

    length.open
    en {1} {2#}
    fr {1} {2#}

    preview.link
    en link to {1}: {2}
    fr lien vers {1} : {2}

    preview.noAlt
    en no description
    fr sans description

    preview.hashtags
    en {1#} hashtags, {2#} at most
    fr {1#} mots-dièse, {2#} au plus
    """
}
