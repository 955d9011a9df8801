extension Catalogue {
  /// What can go wrong with the posts of stores.
  static let storePosts = """
    posts.noTemplate
    en there is no template '{1}' in the library
    fr il n'y a pas de modèle « {1} » dans la bibliothèque

    posts.noTemplate.hint
    en the templates are the files of content-library/templates, by their names without .md
    fr les modèles sont les fichiers de content-library/templates, nommés sans .md

    posts.values
    en the fields of '{1}' cannot be filled that way
    fr les champs de « {1} » ne peuvent pas être remplis ainsi

    posts.values.hint
    en give each value with --set FIELD=VALUE
    fr donnez chaque valeur avec --set CHAMP=VALEUR

    posts.missing
    en the post of {1} on {2} has no value for {3}
    fr la publication de {1} sur {2} n'a pas de valeur pour {3}

    posts.cannot
    en '{1}' cannot be a post as it is; nothing was changed
    fr « {1} » ne peut pas être une publication en l'état ; rien n'a été changé

    posts.cannot.hint
    en mend what is listed above, and try again
    fr corrigez ce qui est indiqué ci-dessus, puis réessayez

    posts.noText
    en the text says nothing
    fr le texte ne dit rien

    posts.textTooLong
    en the text is longer than any network takes
    fr le texte est plus long que ce qu'accepte n'importe quel réseau

    posts.noAlt
    en the picture '{1}' has no words for people who do not see it
    fr l'image « {1} » n'a pas de texte pour les personnes qui ne la voient pas

    posts.noAlt.hint
    en say in a sentence what it shows, with --alt
    fr dites en une phrase ce qu'elle montre, avec --alt

    posts.noLibraryPicture
    en the picture '{1}' of the template is not in the library
    fr l'image « {1} » du modèle n'est pas dans la bibliothèque

    posts.networkNotFor
    en the template '{1}' is not for {2}; it is for {3}
    fr le modèle « {1} » n'est pas fait pour {2} ; il est fait pour {3}

    posts.notFor.hint
    en take another template, or ask head office to widen this one
    fr prenez un autre modèle, ou demandez au siège d'élargir celui-ci

    posts.noPage
    en {1} has no page on {2} yet: the post waits until one is connected
    fr {1} n'a pas encore de page sur {2} : la publication attendra qu'une page soit reliée

    posts.badEntry
    en '{1}' is not the name of an entry of the calendar: letters, digits and signs without
      blanks, at most 120
    fr « {1} » n'est pas le nom d'une entrée du calendrier : lettres, chiffres et signes sans
      espace, 120 au plus

    posts.entryTaken
    en the entry '{1}' has a post of {2} on {3} already: {4}
    fr l'entrée « {1} » a déjà une publication de {2} sur {3} : {4}

    posts.entryTaken.hint
    en edit that one, or withdraw it first: 'vitrine post withdraw {1}'
    fr modifiez celle-là, ou retirez-la d'abord : « vitrine post withdraw {1} »

    posts.templateOver
    en the template '{1}' is over since {2}
    fr le modèle « {1} » n'est plus valable depuis {2}

    posts.templateOver.hint
    en take another one; head office sets the end in 'valid'
    fr prenez-en un autre ; le siège en fixe la fin dans « valid »

    posts.templateEarly
    en the template '{1}' may be published from {2} on
    fr le modèle « {1} » peut être publié à partir de {2}

    posts.templateEarly.hint
    en give it a time from then on, with --at instant:{1} or later
    fr donnez-lui une heure à partir de là, avec --at instant:{1} ou plus tard

    posts.afterOffer
    en the post of {1} cannot be public after {2}, when what it announces is over
    fr la publication de {1} ne peut plus être publique après {2}, quand ce qu'elle annonce est fini

    posts.afterOffer.hint
    en choose an earlier time, or correct the end of the offer
    fr choisissez une heure plus tôt, ou corrigez la fin de l'offre

    posts.registerMoved
    en the register of stores has changed at this very moment
    fr le registre des magasins vient de changer

    posts.again.hint
    en run the command again
    fr relancez la commande

    posts.unknown
    en there is no post or submission '{1}' here
    fr il n'y a pas ici de publication ni d'envoi « {1} »

    posts.unknown.hint
    en 'vitrine post list' shows those that there are
    fr « vitrine post list » montre celles qui existent

    posts.mandatory
    en '{1}' is a post of a broadcast, and follows it
    fr « {1} » est une publication d'une diffusion, et la suit

    posts.mandatory.hint
    en head office changes the broadcast itself
    fr le siège modifie la diffusion elle-même

    posts.noChange
    en nothing in '{1}' would be different
    fr rien ne changerait dans « {1} »

    posts.changed
    en '{1}' has changed since you read it; nothing was done
    fr « {1} » a changé depuis votre lecture ; rien n'a été fait

    posts.changed.hint
    en read it with 'vitrine post show {1}', then say it again
    fr lisez-la avec « vitrine post show {1} », puis recommencez

    posts.onItsWay
    en a worker has '{1}' in hand at this moment
    fr un exécutant traite « {1} » en ce moment

    posts.onItsWay.hint
    en look again in a moment with 'vitrine post show {1}'; once it is public it can be taken down
    fr regardez dans un instant avec « vitrine post show {1} » ; une fois publique, elle peut être
      retirée

    posts.textOfTemplate
    en the text of '{1}' is that of the template '{2}', and only its fields can be changed
    fr le texte de « {1} » est celui du modèle « {2} », et seuls ses champs peuvent changer

    posts.textOfTemplate.hint
    en change a field with --set FIELD=VALUE, or write a text of your own with 'vitrine post create'
    fr changez un champ avec --set CHAMP=VALEUR, ou écrivez votre texte avec « vitrine post create »

    posts.unwritten
    en '{1}' has no text since its template was corrected
    fr « {1} » n'a plus de texte depuis la correction de son modèle

    posts.unwritten.hint
    en 'vitrine post show {1}' says what is missing; answer with 'vitrine post edit {1} --set'
    fr « vitrine post show {1} » dit ce qui manque ; répondez avec « vitrine post edit {1} --set »

    posts.rules
    en '{1}' breaks a rule on the day of its publication; nothing was changed
    fr « {1} » enfreint une règle le jour de sa publication ; rien n'a été changé

    posts.rules.hint
    en mend what is listed above with 'vitrine post edit {1}', then try again
    fr corrigez ce qui est indiqué ci-dessus avec « vitrine post edit {1} », puis réessayez

    posts.rule
    en {1}
    fr {1}

    posts.rule.words
    en {1} ({2})
    fr {1} ({2})

    posts.rule.fix
    en what to do: {1}
    fr à faire : {1}

    posts.isScheduled
    en '{1}' is with the deliveries already
    fr « {1} » est déjà confiée aux envois

    posts.isScheduled.hint
    en stop it with 'vitrine post cancel {1}'
    fr arrêtez-la avec « vitrine post cancel {1} »

    posts.timePassed
    en the time of '{1}' has passed: it was {2}
    fr l'heure de « {1} » est passée : c'était {2}

    posts.timePassed.hint
    en publish it now with --now, or give it another time: 'vitrine post edit {1} --at TIME'
    fr publiez-la maintenant avec --now, ou donnez-lui une autre heure : « vitrine post edit {1}
      --at HEURE »

    posts.timeApproved
    en '{1}' was approved for {2}, and goes then or not at all
    fr « {1} » a été approuvée pour {2}, et part à ce moment ou pas du tout

    posts.timeApproved.hint
    en another time asks the approvers again: 'vitrine post edit {1} --at TIME'
    fr une autre heure redemande les approbations : « vitrine post edit {1} --at HEURE »

    posts.past.hint
    en choose a later time, or leave out --at to publish when you say so
    fr choisissez une heure à venir, ou omettez --at pour publier quand vous le direz

    posts.storeAndTo
    en say either one store with --store or several with --to
    fr dites soit un magasin avec --store, soit plusieurs avec --to

    posts.whichStore
    en say for which store, since you work for more than one
    fr dites pour quel magasin, puisque vous travaillez pour plusieurs

    posts.whichStore.hint
    en for example '--store FR-0001', or '--to region:Bretagne' for several
    fr par exemple « --store FR-0001 », ou « --to region:Bretagne » pour plusieurs

    posts.altWithoutMedia
    en there are more --alt than pictures
    fr il y a plus de --alt que d'images

    posts.notPublished
    en '{1}' was never public
    fr « {1} » n'a jamais été publique

    posts.notPublished.hint
    en 'vitrine post show {1}' shows what it says now
    fr « vitrine post show {1} » montre ce qu'elle dit maintenant

    posts.badState
    en '{1}' is not a state of a post
    fr « {1} » n'est pas un état de publication

    posts.badCursor
    en '{1}' is not where a list ended
    fr « {1} » n'est pas la fin d'une liste

    posts.waitingAlone
    en --waiting shows what waits for you, and takes no other filter
    fr --waiting montre ce qui vous attend, et ne prend pas d'autre filtre

    posts.badDate
    en '{1}' is neither a day nor an instant
    fr « {1} » n'est ni un jour ni un instant

    posts.badDate.hint
    en write 2026-11-28, or 2026-11-28T09:00:00Z
    fr écrivez 2026-11-28, ou 2026-11-28T09:00:00Z

    posts.twoTimes
    en say one time, or none
    fr dites une heure, ou aucune

    posts.mediaAndNone
    en say pictures with --media, or none with --no-media
    fr donnez des images avec --media, ou aucune avec --no-media

    posts.takedownReason
    en say why they come down, with --reason
    fr dites pourquoi elles sont retirées, avec --reason
    """
}
