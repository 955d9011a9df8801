extension Catalogue {
  /// The inbox, what sends notices out, and the reports of stores.
  static let inbox = """
    notice.none
    en nothing for you
    fr rien pour vous

    notice.more
    en there is more: vitrine inbox --cursor {1}
    fr il y en a d'autres : vitrine inbox --cursor {1}

    notice.marked
    en {1#} {1?notice is:notices are} marked as read
    fr {1#} {1?notification est marquée:notifications sont marquées} comme {1?lue:lues}

    notice.badCursor
    en '{1}' is no cursor of this list
    fr « {1} » n'est pas un curseur de cette liste

    notice.badCursor.hint
    en take the value of 'next' as it stands
    fr reprenez la valeur de « next » telle quelle

    notice.unread
    en there is no notice {1} for you
    fr il n'y a pas de notification {1} pour vous

    notice.unread.hint
    en 'vitrine inbox --all --json' lists the ids
    fr « vitrine inbox --all --json » donne les identifiants

    notice.command.badPath
    en 'notify.command' names no program that can be run: {1}
    fr « notify.command » ne désigne pas un programme exécutable : {1}

    notice.command.failed
    en the program of 'notify.command' ended with {1}
    fr le programme de « notify.command » s'est terminé avec {1}

    notice.command.slow
    en the program of 'notify.command' did not end within {1} s
    fr le programme de « notify.command » ne s'est pas terminé en {1} s

    notice.command.broken
    en the program of 'notify.command' could not be started ({1})
    fr le programme de « notify.command » n'a pas pu démarrer ({1})

    notice.webhook.status
    en the address of 'notify.webhook' answered {1}
    fr l'adresse de « notify.webhook » a répondu {1}

    notice.webhook.silent
    en the address of 'notify.webhook' gave no answer ({1})
    fr l'adresse de « notify.webhook » n'a pas répondu ({1})

    doctor.notices
    en {1#} {1?notice waits:notices wait} to be sent
    fr {1#} {1?notification attend:notifications attendent} d'être {1?envoyée:envoyées}

    doctor.noticesLate
    en {1#} {1?notice was:notices were} not sent yet after an attempt, {2#} given up in a week
    fr {1#} {1?notification n'est:notifications ne sont} pas {1?partie:parties} après un essai, {2#} {2?abandonnée:abandonnées} en une semaine

    report.done
    en {1} was told to {2#} {2?person:people}
    fr {1} a été signalé à {2#} {2?personne:personnes}

    report.notHere
    en {1} was not sent to {2}
    fr {1} n'a pas été envoyé à {2}

    report.notHere.hint
    en 'vitrine broadcast list' shows what your stores got
    fr « vitrine broadcast list » montre ce que vos magasins ont reçu

    help.inbox
    en What you are told, newest first
    fr Lire ce qui vous est signalé, le plus récent d'abord

    help.option.inbox.all
    en those that were read, too
    fr celles qui ont été lues aussi

    help.option.inbox.read
    en mark one notice as read, those about one broadcast or post, or 'all'
    fr marquer comme lue une notification, celles d'une diffusion ou d'une publication, ou toutes (« all »)

    help.option.inbox.cursor
    en go on where a list ended
    fr reprendre là où une liste s'est arrêtée

    help.user.language
    en Choose the language in which you are told things
    fr Choisir la langue dans laquelle vous êtes informé

    help.option.user.language
    en fr or en
    fr fr ou en

    user.language
    en you are told things in: {1}
    fr vous êtes informé en : {1}

    help.broadcast.report
    en Say that a message is wrong
    fr Signaler une erreur dans un message

    help.option.report.store
    en the store that it is about
    fr le magasin concerné
    """
}
