extension Catalogue {
  /// What people are told, by event: alone, many of one cause, and what to do.
  static let notices = """
    notice.because
    en {1}: {2}
    fr {1} : {2}

    notice.words
    en {1} – "{2}"
    fr {1} – « {2} »

    notice.submitted
    en "{1}" waits for your approval
    fr « {1} » attend votre approbation

    notice.submitted.fix
    en read it with 'vitrine broadcast show {1}', then run 'vitrine broadcast approve {1}' or
      'vitrine broadcast reject {1}'
    fr lisez-le avec « vitrine broadcast show {1} », puis lancez « vitrine broadcast approve
      {1} » ou « vitrine broadcast reject {1} »

    notice.submitted.second
    en "{1}" went out as urgent; its second approval is due within 24 hours
    fr « {1} » est parti en urgence ; sa seconde approbation est attendue sous 24 heures

    notice.submitted.posts
    en {1#} {1?post waits:posts wait} for your approval ({2})
    fr {1#} {1?publication attend:publications attendent} votre approbation ({2})

    notice.submitted.posts.fix
    en read it with 'vitrine post show {1}', then run 'vitrine post approve {1}' or 'vitrine post reject {1}'
    fr lisez avec « vitrine post show {1} », puis lancez « vitrine post approve {1} » ou
      « vitrine post reject {1} »

    notice.submitted.plan
    en a plan of the calendar waits for your approval ({1})
    fr un plan du calendrier attend votre approbation ({1})

    notice.submitted.plan.fix
    en run 'vitrine calendar approve {1}', or 'vitrine calendar reject {1}'
    fr lancez « vitrine calendar approve {1} » ou « vitrine calendar reject {1} »

    notice.submitted.some
    en {1#} submissions wait for your approval
    fr {1#} demandes attendent votre approbation

    notice.rejected
    en "{1}" was rejected
    fr « {1} » a été refusé

    notice.rejected.fix
    en correct it with 'vitrine broadcast edit {1}', then run 'vitrine broadcast submit {1}'
    fr corrigez-le avec « vitrine broadcast edit {1} », puis lancez « vitrine broadcast submit {1} »

    notice.rejected.post
    en your post at {1} on {2} was rejected
    fr votre publication à {1} sur {2} a été refusée

    notice.rejected.post.fix
    en correct it with 'vitrine post edit {1}', then run 'vitrine post submit {1}'
    fr corrigez-la avec « vitrine post edit {1} », puis lancez « vitrine post submit {1} »

    notice.rejected.plan
    en your plan of the calendar was rejected ({1})
    fr votre plan du calendrier a été refusé ({1})

    notice.rejected.plan.fix
    en correct the calendar, then run 'vitrine calendar apply' again
    fr corrigez le calendrier, puis relancez « vitrine calendar apply »

    notice.rejected.some
    en {1#} of your submissions were rejected
    fr {1#} de vos demandes ont été refusées

    notice.approvalLate
    en "{1}" still waits for approvals
    fr « {1} » attend toujours des approbations

    notice.approvalLate.second
    en "{1}" went out as urgent a day ago and still owes its second approval
    fr « {1} » est parti en urgence il y a un jour et attend toujours sa seconde approbation

    notice.approvalLate.post
    en a post at {1}, due at {2}, still waits for approvals
    fr une publication à {1}, prévue le {2}, attend toujours des approbations

    notice.approvalLate.post.fix
    en run 'vitrine post approve {1}' or 'vitrine post reject {1}'
    fr lancez « vitrine post approve {1} » ou « vitrine post reject {1} »

    notice.approvalLate.wait
    en ask somebody who may approve it; you wrote it, so you cannot
    fr demandez à une personne qui peut l'approuver ; vous l'avez écrit, vous ne le pouvez donc pas

    notice.approvalLate.fix
    en run 'vitrine broadcast approve {1}' or 'vitrine broadcast reject {1}'
    fr lancez « vitrine broadcast approve {1} » ou « vitrine broadcast reject {1} »

    notice.approvalLate.some
    en {1#} submissions still wait for approvals
    fr {1#} demandes attendent toujours des approbations

    notice.held
    en "{1}" is held at {2} on {3}
    fr « {1} » est en attente à {2} sur {3}

    notice.held.many
    en "{1}" is held on {2#} pages
    fr « {1} » est en attente sur {2#} pages

    notice.held.some
    en {1#} posts of stores are held
    fr {1#} publications de magasins sont en attente

    notice.failed
    en "{1}" failed at {2} on {3}
    fr « {1} » a échoué à {2} sur {3}

    notice.failed.many
    en "{1}" failed on {2#} pages
    fr « {1} » a échoué sur {2#} pages

    notice.failed.some
    en {1#} posts of stores failed
    fr {1#} publications de magasins ont échoué

    notice.unknown
    en nobody knows whether "{1}" is on the page of {2} on {3}
    fr personne ne sait si « {1} » est sur la page de {2} sur {3}

    notice.unknown.why
    en the network did not say, and cannot be asked yet
    fr le réseau ne l'a pas dit, et ne peut pas encore être interrogé

    notice.unknown.fix
    en look at the page; Vitrine goes on reading it and sends nothing twice
    fr regardez la page ; Vitrine continue de la lire et n'envoie rien deux fois

    notice.unknown.many
    en nobody knows whether "{1}" is on {2#} pages
    fr personne ne sait si « {1} » est sur {2#} pages

    notice.unknown.some
    en nobody knows whether {1#} posts of stores are on their pages
    fr personne ne sait si {1#} publications de magasins sont sur leurs pages

    notice.missed
    en "{1}" did not reach {2} on {3} in time
    fr « {1} » n'est pas arrivé à temps à {2} sur {3}

    notice.missed.many
    en "{1}" did not reach {2#} pages in time
    fr « {1} » n'est pas arrivé à temps sur {2#} pages

    notice.missed.some
    en {1#} posts of stores did not leave in time
    fr {1#} publications de magasins ne sont pas parties à temps

    notice.refused
    en "{1}" is not sent to {2} on {3}
    fr « {1} » n'est pas envoyé à {2} sur {3}

    notice.refused.many
    en "{1}" is not sent to {2#} pages
    fr « {1} » n'est pas envoyé à {2#} pages

    notice.refused.some
    en {1#} posts of stores are not sent
    fr {1#} publications de magasins ne sont pas envoyées

    notice.moved
    en your post at {1} leaves at {2} and not at {3}
    fr votre publication à {1} partira le {2} et non le {3}

    notice.moved.fix
    en nothing, or give it another time with 'vitrine post edit {1} --at'
    fr rien, ou donnez-lui une autre heure avec « vitrine post edit {1} --at »

    notice.moved.some
    en {1#} of your posts leave at another hour
    fr {1#} de vos publications partiront à une autre heure

    notice.frozen
    en {1} was frozen: nothing of its own leaves for now
    fr {1} est gelé : rien de ses propres publications ne part pour l'instant

    notice.frozen.fix
    en wait; head office or the region ends it with 'vitrine unfreeze'
    fr patientez ; le siège ou la région y met fin avec « vitrine unfreeze »

    notice.frozen.some
    en your stores were frozen {1#} times
    fr vos magasins ont été gelés {1#} fois

    notice.mandatory
    en a national message stands on your page at {1} on {2}: "{3}"
    fr un message national est sur votre page à {1} sur {2} : « {3} »

    notice.mandatory.note
    en {1}
    fr {1}

    notice.mandatory.some
    en national messages stand on {1#} of your pages
    fr des messages nationaux sont sur {1#} de vos pages

    notice.access
    en the page of {1} on {2} needs attention
    fr la page de {1} sur {2} demande une intervention

    notice.access.connection
    en {1#} pages on {2} need attention
    fr {1#} pages sur {2} demandent une intervention

    notice.access.some
    en {1#} pages or sign-ins need attention
    fr {1#} pages ou connexions demandent une intervention

    notice.stopped
    en "{1}" stopped by itself after its first pages: {2}
    fr « {1} » s'est arrêté de lui-même après ses premières pages : {2}

    notice.stopped.wave
    en "{1}" stopped by itself: {2} of the last pages failed
    fr « {1} » s'est arrêté de lui-même : {2} des dernières pages ont échoué

    notice.stopped.spam
    en "{1}" stopped by itself: the network took two pages for spam
    fr « {1} » s'est arrêté de lui-même : le réseau a pris deux pages pour du spam

    notice.stopped.fix
    en read 'vitrine broadcast status {1} --pages', then run 'vitrine broadcast resume {1}' or
      'vitrine broadcast cancel {1}'
    fr lisez « vitrine broadcast status {1} --pages », puis lancez « vitrine broadcast resume
      {1} » ou « vitrine broadcast cancel {1} »

    notice.stopped.some
    en broadcasts stopped by themselves {1#} times
    fr des diffusions se sont arrêtées d'elles-mêmes {1#} fois

    notice.breakGlass
    en {1} acted in an emergency ({2}, ticket {3})
    fr {1} a agi en urgence ({2}, ticket {3})

    notice.breakGlass.fix
    en read 'vitrine audit list --actor {1}' together, and end the grant if it is over
    fr lisez ensemble « vitrine audit list --actor {1} », et retirez le droit si c'est terminé

    notice.breakGlass.some
    en somebody acted in an emergency {1#} times
    fr quelqu'un a agi en urgence {1#} fois

    notice.grantExpiring
    en the role {1} at {2} ends at {3}
    fr le rôle {1} à {2} prend fin le {3}

    notice.grantExpiring.other
    en the role {1} at {2} that you gave to {4} ends at {3}
    fr le rôle {1} à {2} que vous avez donné à {4} prend fin le {3}

    notice.grantExpiring.fix
    en nothing, or ask for a new grant
    fr rien, ou demandez un nouveau droit

    notice.grantExpiring.other.fix
    en nothing, or give it again with 'vitrine grant create'
    fr rien, ou donnez-le à nouveau avec « vitrine grant create »

    notice.grantExpiring.some
    en {1#} grants end soon
    fr {1#} droits prennent bientôt fin

    notice.enrolled
    en {1} made a new code with which one can sign in as you
    fr {1} a créé un nouveau code avec lequel on peut se connecter en votre nom

    notice.enrolled.fix
    en if you did not ask for it, say so to an administrator, and end what you do not know of
      with 'vitrine token revoke'
    fr si vous ne l'avez pas demandé, dites-le à un administrateur, et mettez fin à ce que vous
      ne connaissez pas avec « vitrine token revoke »

    notice.enrolled.some
    en somebody made {1#} new codes with which one can sign in as you
    fr quelqu'un a créé {1#} nouveaux codes avec lesquels on peut se connecter en votre nom

    notice.reported
    en {2} says that "{1}" is wrong
    fr {2} signale une erreur dans « {1} »

    notice.reported.fix
    en look at it with 'vitrine broadcast show {1}'; 'vitrine broadcast pause {1}' stops it,
      'vitrine broadcast takedown {1}' takes it down
    fr regardez-le avec « vitrine broadcast show {1} » ; « vitrine broadcast pause {1} »
      l'arrête, « vitrine broadcast takedown {1} » le retire

    notice.reported.some
    en stores say {1#} times that something is wrong
    fr des magasins signalent {1#} erreurs
    """
}
