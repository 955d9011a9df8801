extension Catalogue {
  /// What a file of the calendar says wrong, and what to write instead.
  static let calendarFile = """
    calendar.exceptNothing
    en the series has nothing on {1}, so 'except' changes nothing there
    fr la série n'a rien le {1} : « except » n'y change rien

    calendar.checked
    en {1#} {1?entry:entries} in {2#} {2?file:files}, {3#} past; {5#} {5?warning:warnings}
    fr {1#} {1?entrée:entrées} dans {2#} {2?fichier:fichiers}, dont {3#} {3?passée:passées} ; {5#} {5?avertissement:avertissements}

    calendar.checked.errors
    en {4#} {4?error:errors} and {5#} {5?warning:warnings}; {1#} {1?entry is:entries are} right in {2#} {2?file:files}
    fr {4#} {4?erreur:erreurs} et {5#} {5?avertissement:avertissements} ; {1#} {1?entrée juste:entrées justes} dans {2#} {2?fichier:fichiers}

    calendar.twice
    en the entry '{1}' stands in {2}:{3} already; give this one another id
    fr l'entrée « {1} » figure déjà dans {2}:{3} ; donnez à celle-ci un autre id

    calendar.stepTwice
    en the chain has two steps named '{1}'; give one of them another id
    fr la chaîne a deux étapes nommées « {1} » ; donnez à l'une un autre id

    calendar.tooMany
    en at most {1} entries are read, and these files have {2}; use 'repeat' for what comes again
    fr on lit {1} entrées au plus, et ces fichiers en ont {2} ; utilisez « repeat » pour ce qui revient

    calendar.id
    en '{1}' is no id; write small letters, digits and hyphens, at most 60
    fr « {1} » n'est pas un id ; écrivez des minuscules, des chiffres et des traits d'union, 60 au plus

    calendar.word
    en {1} does not take '{2}'; write one of {3}
    fr {1} n'accepte pas « {2} » ; écrivez l'un de {3}

    calendar.word.suggestion
    en {1} does not take '{2}'; did you mean '{3}'?
    fr {1} n'accepte pas « {2} » ; vouliez-vous dire « {3} » ?

    calendar.storeTwice
    en the store {1} stands twice in the list; it must not get the post twice
    fr le magasin {1} figure deux fois dans la liste ; il ne doit pas recevoir la publication deux fois

    calendar.zone
    en this machine knows no time zone '{1}'; write Europe/Paris, for example
    fr cette machine ne connaît pas le fuseau « {1} » ; écrivez par exemple Europe/Paris

    calendar.at
    en '{1}' is no time
    fr « {1} » n'est pas une heure

    calendar.at.fix
    en write local:2027-11-26T09:00 (each store's own nine o'clock) or instant:2027-11-26T08:00:00Z (one moment, to the minute)
    fr écrivez local:2027-11-26T09:00 (neuf heures dans chaque magasin) ou instant:2027-11-26T08:00:00Z (un même instant, à la minute)

    calendar.noZone
    en '{1}' does not say whose clock is meant
    fr « {1} » ne dit pas de quelle horloge il s'agit

    calendar.noZone.fix
    en write local:{1} for each store's own clock, or add zone: Europe/Paris for one moment everywhere
    fr écrivez local:{1} pour l'horloge de chaque magasin, ou ajoutez zone: Europe/Paris pour un même instant partout

    calendar.far
    en {1} lies too far ahead; a calendar reaches to {2}, ten years from today
    fr {1} est trop loin ; un calendrier va jusqu'au {2}, dix ans après aujourd'hui

    calendar.offset
    en '{1}' is no place around the anchor
    fr « {1} » n'est pas une place autour de l'ancre

    calendar.offset.fix
    en write J-7 09:00, J, J+1, H-2 or M+45, with local: in front for each store's own clock
    fr écrivez J-7 09:00, J, J+1, H-2 ou M+45, précédé de local: pour l'horloge de chaque magasin

    calendar.repeat.fix
    en rules are those of RFC 5545: 'FREQ=WEEKLY;BYDAY=FR;UNTIL=20271231', for example
    fr les règles sont celles de la RFC 5545 : par exemple « FREQ=WEEKLY;BYDAY=FR;UNTIL=20271231 »

    calendar.exceptAlone
    en 'except' leaves days of a series out, and this entry has no 'repeat'
    fr « except » retire des jours d'une série, et cette entrée n'a pas de « repeat »

    calendar.deadline
    en '{1}' is no deadline
    fr « {1} » n'est pas une échéance

    calendar.deadline.late
    en the deadline '{1}' lies behind the post
    fr l'échéance « {1} » tombe après la publication

    calendar.deadline.fix
    en write J-2 or J-2 18:00, counted from the day of the post, or a date such as 2027-11-20
    fr écrivez J-2 ou J-2 18:00, compté depuis le jour de la publication, ou une date comme 2027-11-20

    calendar.never
    en the rule {1} gives no day from {2} on
    fr la règle {1} ne donne aucun jour à partir de {2}

    calendar.gap.fix
    en choose another hour, or leave the day out: except: [{1}]
    fr choisissez une autre heure, ou retirez ce jour : except: [{1}]

    calendar.noTemplate
    en the library has no template '{1}'
    fr la bibliothèque n'a pas de modèle « {1} »

    calendar.network
    en the template {1} is not for {2}, but for {3}
    fr le modèle {1} n'est pas pour {2}, mais pour {3}

    calendar.noField
    en the template {1} has no field '{2}'
    fr le modèle {1} n'a pas de champ « {2} »

    calendar.imageField
    en {1} is a picture, which only a store can give
    fr {1} est une image, que seul un magasin peut donner

    calendar.open
    en nobody fills {2} of the template {1}, so there is nothing to publish without the store
    fr personne ne remplit {2} du modèle {1} : il n'y a rien à publier sans le magasin

    calendar.open.fix
    en say what stands in {1} below values:, or make the entry optional
    fr dites ce qui figure dans {1} sous values:, ou rendez l'entrée optional

    calendar.noBinding
    en the entry does not say how much it binds
    fr l'entrée ne dit pas à quel point elle engage

    calendar.noBinding.fix
    en write binding: mandatory, default or optional
    fr écrivez binding: mandatory, default ou optional

    calendar.taskKey
    en a task is no post, so it takes no '{1}'
    fr une tâche n'est pas une publication : elle n'accepte pas « {1} »

    calendar.ownerOfPost
    en 'owner' belongs to a task; a post has none
    fr « owner » va avec une tâche ; une publication n'en a pas

    calendar.mandatoryClosed
    en a mandatory message is one broadcast to all of its pages, so 'when_closed' can only be post
    fr un message obligatoire est une seule diffusion vers toutes ses pages : « when_closed » ne peut être que post

    calendar.mandatoryClosed.fix
    en write 'when_closed: post' here, or leave the key out
    fr écrivez « when_closed: post » ici, ou retirez cette clé
    """
}
