extension Catalogue {
  /// The editorial calendar: its files, its plans, and what stores do with it.
  static let calendar = """
    calendar.check.hint
    en run 'vitrine calendar check' and mend what it lists
    fr lancez « vitrine calendar check » et corrigez ce qu'il liste

    calendar.check.alone
    en nobody is signed in, so selectors are not compared with the register, and hours are checked for the zones of France
    fr personne n'est connecté : les sélecteurs ne sont pas comparés au registre, et les heures sont vérifiées pour les fuseaux de France

    calendar.closed
    en {1} is closed on {2}
    fr {1} est fermé le {2}

    calendar.declined
    en {1} has declined
    fr {1} a décliné

    calendar.adapted
    en {1} has its own post
    fr {1} a sa propre publication

    calendar.past
    en the hour has passed at {1}
    fr l'heure est passée à {1}

    calendar.gone
    en is not in the calendar any more
    fr n'est plus au calendrier

    calendar.moved
    en was {1}
    fr était {1}

    calendar.givenBack
    en a store gave its place back
    fr un magasin a rendu sa place

    calendar.rewritten
    en says something else, or goes to other stores
    fr dit autre chose, ou va à d'autres magasins

    calendar.underWay
    en {1} is launched already: a broadcaster cancels it with 'vitrine broadcast cancel {1}', then apply again
    fr {1} est déjà lancée : un diffuseur l'annule avec « vitrine broadcast cancel {1} », puis appliquez de nouveau

    calendar.badWindow
    en {1} to {2} is no period that a plan looks at; it has at most {3} days
    fr {1} à {2} n'est pas une période de plan ; elle a {3} jours au plus

    calendar.badWindow.hint
    en name the first day with --from and the last one with --to
    fr nommez le premier jour avec --from et le dernier avec --to

    calendar.badDay
    en '{1}' is no day; write 2027-11-26
    fr « {1} » n'est pas un jour ; écrivez 2027-11-26

    calendar.badMonth
    en '{1}' is no month; write 2027-11
    fr « {1} » n'est pas un mois ; écrivez 2027-11

    calendar.badLate
    en --late does not take '{1}'; write skip or now
    fr --late n'accepte pas « {1} » ; écrivez skip ou now

    calendar.badPlan
    en {1} is no plan of a calendar
    fr {1} n'est pas un plan de calendrier

    calendar.planAndWindow
    en a saved plan has its own days; leave out --from, --to and --late
    fr un plan enregistré a ses propres jours ; retirez --from, --to et --late

    calendar.asks
    en the hour of {1} has passed in {2} ({3} stores) and not elsewhere
    fr l'heure de {1} est passée dans {2} ({3} magasins) et pas ailleurs

    calendar.asks.hint
    en answer with --late skip (these stores get none) or --late now (at once, when it is approved)
    fr répondez par --late skip (ces magasins n'en reçoivent pas) ou --late now (tout de suite, dès l'approbation)

    calendar.ask
    en ? {1}: the hour has passed in {2} ({3} stores)
    fr ? {1} : l'heure est passée dans {2} ({3} magasins)

    calendar.stale
    en something has changed since this plan was made
    fr quelque chose a changé depuis que ce plan a été fait

    calendar.stale.hint
    en run 'vitrine calendar plan' again and read what it says now
    fr relancez « vitrine calendar plan » et lisez ce qu'il dit maintenant

    calendar.changed
    en {1} is not the plan that was read
    fr {1} n'est pas le plan qui a été lu

    calendar.changed.hint
    en read {1} again, then approve with the digest that it has now
    fr relisez {1}, puis approuvez avec l'empreinte qu'il a maintenant

    calendar.unknownPlan
    en there is no plan '{1}'
    fr il n'y a pas de plan « {1} »

    calendar.unknownPlan.hint
    en 'vitrine calendar apply' prints the id of the plan that it makes (c_…)
    fr « vitrine calendar apply » affiche l'id du plan qu'il fait (c_…)

    doctor.plan
    en {2#} {2?post:posts} of the calendar ({1}) {2?waits:wait} for approval: the next is due {3}, and {4#} {4?has:have} missed {4?its:their} hour
    fr {2#} {2?publication:publications} du calendrier ({1}) {2?attend:attendent} une approbation : la prochaine est prévue le {3}, et {4#} {4?a:ont} manqué {4?son:leur} heure

    doctor.planLate
    en {2#} {2?post:posts} of the calendar ({1}) {2?was:were} not approved in time
    fr {2#} {2?publication:publications} du calendrier ({1}) {2?n'a pas été approuvée:n'ont pas été approuvées} à temps

    calendar.notRejected
    en {1} is {2}; only a rejected plan is submitted again
    fr {1} est {2} ; seul un plan rejeté se soumet de nouveau

    calendar.unknownEntry
    en the calendar has no entry '{1}'
    fr le calendrier n'a pas d'entrée « {1} »

    calendar.unknownEntry.hint
    en 'vitrine calendar show' lists the entries by their names
    fr « vitrine calendar show » liste les entrées par leurs noms

    calendar.notFor
    en {1} is not for {2}
    fr {1} n'est pas pour {2}

    calendar.otherTemplate
    en {1} is made from the template {2}, not from {3}
    fr {1} est fait du modèle {2}, pas de {3}

    calendar.otherTemplate.hint
    en run 'vitrine post adapt {1} --entry …'
    fr lancez « vitrine post adapt {1} --entry … »

    calendar.tooLate
    en {1} could be adapted or declined until {2}
    fr {1} pouvait être adapté ou décliné jusqu'au {2}

    calendar.tooLate.hint
    en once it is public, 'vitrine post takedown' takes it away
    fr une fois publié, « vitrine post takedown » le retire

    calendar.declinedAlready
    en {1} is declined at {2} already
    fr {1} est déjà décliné à {2}

    calendar.declinedNow
    en {1} is declined at {2}; {3} posts are taken back
    fr {1} est décliné à {2} ; {3} publications sont retirées

    calendar.summary
    en {1} to create, {2} to update, {3} to withdraw, {4} unchanged
    fr {1} à créer, {2} à modifier, {3} à retirer, {4} inchangées

    calendar.applied.plan
    en {1} waits for approval: vitrine calendar approve {1} --digest {2}
    fr {1} attend son approbation : vitrine calendar approve {1} --digest {2}

    calendar.applied.broadcast
    en {1} is submitted; two approve it, a third launches it for its hour
    fr {1} est soumise ; deux personnes l'approuvent, une troisième la lance pour son heure

    calendar.applied.nothing
    en nothing to do: everything is as the calendar says
    fr rien à faire : tout est comme le calendrier le dit

    calendar.crowded
    en ! {1}: {2} stores get too much on one day ({3})
    fr ! {1} : {2} magasins reçoivent trop le même jour ({3})

    calendar.rest
    en {1} suggestions and tasks, {2} past; {3} to {4}
    fr {1} suggestions et tâches, {2} passées ; du {3} au {4}

    calendar.away.refused
    en refused
    fr refusé

    calendar.away.closed
    en the store is closed, or the template is not for it
    fr le magasin est fermé, ou le modèle n'est pas pour lui

    calendar.away.declined
    en declined
    fr décliné

    calendar.away.adapted
    en has its own post
    fr a sa propre publication

    calendar.away.past
    en the hour has passed
    fr l'heure est passée

    calendar.kind.posts
    en posts
    fr publications

    calendar.kind.broadcast
    en broadcast
    fr diffusion

    calendar.clock.store
    en store
    fr magasin

    calendar.time
    en {1} {2} {3} {4}, {5} ({6})
    fr {1} {2} {3} {4}, {5} ({6})

    calendar.step.submitted
    en {1} waits: {2} of {3} approvals
    fr {1} attend : {2} approbation(s) sur {3}

    calendar.step.approved
    en {1} is approved; {4} posts are scheduled
    fr {1} est approuvé ; {4} publications sont programmées

    calendar.step.rejected
    en {1} is rejected; nothing of it goes out
    fr {1} est rejeté ; rien n'en sortira

    calendar.step.changed
    en {1} posts changed since and ask for an approval of their own
    fr {1} publications ont changé depuis et demandent leur propre approbation

    calendar.binding.mandatory
    en mandatory: every page gets it
    fr obligatoire : toutes les pages la reçoivent

    calendar.binding.default
    en goes out unless the store adapts or declines it
    fr part telle quelle, sauf si le magasin l'adapte ou la décline

    calendar.binding.optional
    en a suggestion
    fr une suggestion

    calendar.owner
    en whose job: {1}
    fr à qui : {1}

    calendar.forStores
    en {1#} {1?store:stores}
    fr {1#} {1?magasin:magasins}

    calendar.exported
    en {1} entries written to {2}
    fr {1} entrées écrites dans {2}

    column.entry
    en ENTRY
    fr ENTRÉE

    column.at
    en AT
    fr QUAND

    column.posts
    en POSTS
    fr PUBLICATIONS
    """

  /// What the commands of the calendar and their options are for.
  static let helpCalendar = """
    help.calendar
    en the year of head office: from files to posts
    fr l'année du siège : des fichiers aux publications

    help.calendar.check
    en say all that is wrong with the files
    fr dire tout ce qui ne va pas dans les fichiers

    help.calendar.plan
    en show what an apply would change
    fr montrer ce qu'une application changerait

    help.calendar.apply
    en make submitted posts and broadcasts of the calendar
    fr faire du calendrier des publications et diffusions soumises

    help.calendar.submit
    en hand a rejected plan over again
    fr soumettre de nouveau un plan rejeté

    help.calendar.approve
    en say yes to a plan; its posts are scheduled
    fr dire oui à un plan ; ses publications sont programmées

    help.calendar.reject
    en say no to a plan, with a reason
    fr dire non à un plan, avec un motif

    help.calendar.decline
    en say no to an entry for your store
    fr décliner une entrée pour votre magasin

    help.calendar.show
    en draw a month
    fr dessiner un mois

    help.calendar.export
    en write iCalendar for other calendars
    fr écrire de l'iCalendar pour d'autres agendas

    help.group.calendar
    en Calendar
    fr Calendrier

    help.option.calendar.from
    en the first day; today by default
    fr le premier jour ; aujourd'hui par défaut

    help.option.calendar.to
    en the last day; 60 days later by default
    fr le dernier jour ; 60 jours après par défaut

    help.option.calendar.late
    en what is done where the hour has passed: skip or now
    fr que faire là où l'heure est passée : skip ou now

    help.option.calendar.out
    en keep the plan in a new file, for apply
    fr garder le plan dans un nouveau fichier, pour apply

    help.option.calendar.plan
    en a saved plan; by default what a plan says now
    fr un plan enregistré ; par défaut ce qu'un plan dit maintenant

    help.option.calendar.planID
    en the plan, c_…
    fr le plan, c_…

    help.option.calendar.entry
    en the entry, as 'calendar show' names it
    fr l'entrée, comme « calendar show » la nomme

    help.option.calendar.month
    en the month, YYYY-MM; this one by default
    fr le mois, AAAA-MM ; celui-ci par défaut

    help.option.calendar.ics
    en the file to write
    fr le fichier à écrire
    """
}
