extension Catalogue {
  /// Corrections of templates, and what they do to the posts of stores.
  static let merging = """
    merge.gone
    en {1}: the template has no such question any more; the answer was '{2}'
    fr {1} : le modèle ne pose plus cette question ; la réponse était « {2} »

    merge.overlap
    en {1}: head office corrected the words that the store changed; '{4}' became '{3}', and '{2}'
      stands
    fr {1} : le siège a corrigé les mots que le magasin a modifiés ; « {4} » est devenu « {3} »,
      et « {2} » reste

    merge.unanswered
    en {1}: the question must be answered now, and is not
    fr {1} : une réponse est désormais obligatoire, et il n'y en a pas

    merge.unrendered
    en the corrected template needs something that the store's register does not have
    fr le modèle corrigé a besoin d'une donnée qui manque dans le registre du magasin

    merge.unfit.text
    en {1}: the answer is a text now ({3}), which '{2}' is not
    fr {1} : la réponse est désormais un texte ({3}), ce que « {2} » n'est pas

    merge.unfit.number
    en {1}: the answer is a number now ({3}), which '{2}' is not
    fr {1} : la réponse est désormais un nombre ({3}), ce que « {2} » n'est pas

    merge.unfit.price
    en {1}: the answer is a price now ({3}), which '{2}' is not
    fr {1} : la réponse est désormais un prix ({3}), ce que « {2} » n'est pas

    merge.unfit.date
    en {1}: the answer is a date now ({3}), which '{2}' is not
    fr {1} : la réponse est désormais une date ({3}), ce que « {2} » n'est pas

    merge.unfit.choice
    en {1}: the answer is one of these now ({3}), which '{2}' is not
    fr {1} : la réponse est désormais un de ces choix ({3}), ce que « {2} » n'est pas

    merge.unfit.image
    en {1}: the answer is a picture now, which '{2}' is not
    fr {1} : la réponse est désormais une image, ce que « {2} » n'est pas

    merge.unfit.length
    en {1}: '{2}' has {3#} {3?character:characters}; {4} are allowed now, {5} were before
    fr {1} : « {2} » compte {3#} {3?caractère:caractères} ; la limite est désormais {4}, elle
      était {5}

    merge.unfit.choices
    en {1}: '{2}' is no choice any more; they are {3} now, and were {4}
    fr {1} : « {2} » n'est plus un choix ; ce sont désormais {3}, et c'étaient {4}

    merge.unfit.range
    en {1}: '{2}' is outside the limits; they are {3} now, and were {4}
    fr {1} : « {2} » est hors des limites ; elles sont désormais {3}, elles étaient {4}

    merge.renamed
    en {1}: the field '{2}' is called '{3}' now; the answer went with it
    fr {1} : le champ « {2} » s'appelle désormais « {3} » ; la réponse l'a suivi

    merge.reworded
    en {1}: the question was '{2}' before; the answer stands
    fr {1} : la question était « {2} » ; la réponse reste

    merge.retyped
    en {1}: the answer was of the type '{2}' and is of the type '{3}' now; it fits
    fr {1} : la réponse était de type « {2} » et devient de type « {3} » ; elle convient

    merge.merged
    en {1}: head office's correction is in the answer; '{2}' became '{3}'
    fr {1} : la correction du siège est dans la réponse ; « {2} » est devenu « {3} »

    merge.suggested
    en {1}: head office suggests '{3}' now instead of '{2}'; the store's answer stands
    fr {1} : le siège propose désormais « {3} » au lieu de « {2} » ; la réponse du magasin reste

    merge.emptied
    en {1}: head office has withdrawn '{2}', and nothing stands there now
    fr {1} : le siège a retiré « {2} », et il n'y a plus rien à cet endroit

    merge.picture
    en head office replaced the picture '{1}' by '{2}'; the store's own picture is shown instead
    fr le siège a remplacé l'image « {1} » par « {2} » ; l'image du magasin reste à sa place

    merge.link
    en head office replaced the link '{1}' by '{2}'; the store's own link stands
    fr le siège a remplacé le lien « {1} » par « {2} » ; le lien du magasin reste

    merge.outcome.same
    en up to date, approvals stand
    fr à jour, les accords restent

    merge.outcome.changed
    en new text
    fr nouveau texte

    merge.outcome.conflict
    en to be decided by the store
    fr à décider par le magasin

    merge.outcome.kept
    en keeps the text it was made from
    fr garde le texte dont il est issu

    merge.outcome.lost
    en left as it is: its version of the template is not known
    fr inchangé : sa version du modèle est inconnue

    merge.voided
    en {1#} {1?approval:approvals} void
    fr {1#} {1?accord annulé:accords annulés}

    merge.line.conflict
    en {1} {2}: to decide: {3}
    fr {1} {2} : à décider : {3}

    merge.line.notice
    en {1} {2}: to know: {3}
    fr {1} {2} : à savoir : {3}

    merge.whole
    en same text; its submission is approved as a whole
    fr même texte ; sa soumission s'approuve en entier

    merge.fix
    en {1}; {2}
    fr {1} ; {2}

    merge.moved
    en '{1}' was changed by somebody meanwhile; nothing was corrected
    fr « {1} » a été modifiée entre-temps ; rien n'a été corrigé

    merge.moved.hint
    en run 'vitrine library rebase {1}' again
    fr relancez « vitrine library rebase {1} »

    merge.note.conflict
    en to decide: {1}
    fr à décider : {1}

    merge.note.notice
    en to know: {1}
    fr à savoir : {1}

    merge.note.unscheduled
    en it was scheduled and is not any more, since its text has changed; 'vitrine post publish {1}'
      schedules it again
    fr elle était programmée et ne l'est plus, car son texte a changé ; « vitrine post publish
      {1} » la reprogramme

    merge.next.rehearsal
    en nothing has changed yet; 'vitrine library rebase {1}' does it
    fr rien n'a encore changé ; « vitrine library rebase {1} » le fait

    merge.next.decide
    en next: {1#} {1?store post waits:store posts wait} for an answer; 'vitrine post show ID' says
      which, and 'vitrine post edit ID' gives it
    fr ensuite : {1#} {1?publication attend une réponse:publications attendent une réponse} du
      magasin ; « vitrine post show ID » dit laquelle, « vitrine post edit ID » la donne

    merge.next.approve
    en next: {1#} {1?post waits:posts wait} for approvals again; 'vitrine post list --state
      submitted' lists them
    fr ensuite : {1#} {1?publication attend:publications attendent} de nouveau des accords ;
      « vitrine post list --state submitted » les liste

    merge.next.publish
    en next: {1#} {1?post was scheduled and is a draft:posts were scheduled and are drafts} now;
      'vitrine post publish ID' schedules again
    fr ensuite : {1#} {1?publication était programmée et redevient un brouillon:publications
      étaient programmées et redeviennent des brouillons} ; « vitrine post publish ID »
      reprogramme

    merge.next.kept
    en {1#} {1?post is:posts are} out with the old text; 'vitrine post takedown ID' takes one down
    fr {1#} {1?publication est partie:publications sont parties} avec l'ancien texte ; « vitrine
      post takedown ID » en retire une

    impact.text
    en TEXT
    fr TEXTE

    merge.summary
    en {1#} up to date, {2#} with new text, {3#} for the stores to decide, {4#} unchanged; {5#}
      {5?approval:approvals} void
    fr {1#} à jour, {2#} avec un nouveau texte, {3#} à décider par les magasins, {4#}
      inchangées ; {5#} {5?accord annulé:accords annulés}

    merge.none
    en no post carries an older text of '{1}'
    fr aucune publication ne porte un ancien texte de « {1} »

    impact.summary
    en {1#} {1?post carries:posts carry} an older text of '{2}', {3#} of them out
    fr {1#} {1?publication porte:publications portent} un ancien texte de « {2} », dont {3#} déjà
      parties

    impact.next
    en 'vitrine library rebase {1}' corrects those that are not out
    fr « vitrine library rebase {1} » corrige celles qui ne sont pas parties
    """
}
