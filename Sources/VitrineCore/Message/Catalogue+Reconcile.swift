extension Catalogue {
  /// What the comparison of pages and records says, and what the keys of tokens do.
  static let reconcile = """
    help.audit.reconcile
    en compare the pages with the log: posts without a record, records without a post, changed texts
    fr comparer les pages au journal : publications sans trace, traces sans publication, textes
      modifiés

    help.option.reconcile.since
    en list posts from this instant on (90 days ago, unless said)
    fr relever les publications depuis cet instant (90 jours par défaut)

    help.key
    en the keys that seal the pages' tokens
    fr les clés qui scellent les jetons des pages

    help.key.rotate
    en seal every token under a new key and remove the old one; run again after an interruption
    fr sceller chaque jeton sous une nouvelle clé et supprimer l'ancienne ; à relancer après une
      interruption

    help.option.key.prepare
    en only make the new key, so that it can be brought to the other machines first
    fr créer seulement la nouvelle clé, pour la copier d'abord sur les autres machines

    reconcile.sum
    en {1#} {1?page:pages} compared since {5}: {2#} unrecorded, {3#} missing, {4#} altered
    fr {1#} {1?page comparée:pages comparées} depuis {5} : {2#} sans trace, {3#} disparues,
      {4#} modifiées

    reconcile.notChecked
    en {1#} {1?page:pages} could not be compared:
    fr {1#} {1?page:pages} n'ont pu être comparées :

    reconcile.kind.unrecorded
    en unrecorded
    fr sans trace

    reconcile.kind.missing
    en missing
    fr disparue

    reconcile.kind.altered
    en altered
    fr modifiée

    reconcile.altered
    en it said '{1}' and says '{2}' now
    fr elle disait « {1} » et dit maintenant « {2} »

    reconcile.gone
    en the network no longer knows this post
    fr le réseau ne connaît plus cette publication

    reconcile.hidden
    en the post is there and not public
    fr la publication existe, mais n'est pas publique

    reconcile.draft
    en our post {1} is public, and its delivery stands at '{2}'
    fr notre publication {1} est visible, alors que son envoi en est à « {2} »

    reconcile.ourApp
    en made with our own app ({1}), and no record says by whom
    fr faite avec notre propre application ({1}), sans trace de son auteur

    reconcile.otherApp
    en made with the app {1}, by the account {2}
    fr faite avec l'application {1}, par le compte {2}

    reconcile.byHand
    en made by hand, without an app, by the account {1}
    fr faite à la main, sans application, par le compte {1}

    reconcile.disconnected
    en the page is no longer connected
    fr la page n'est plus connectée

    reconcile.busy
    en another comparison of the pages is under way
    fr une autre comparaison des pages est en cours

    reconcile.busy.hint
    en wait for it to end; its findings are in 'vitrine audit list --action audit.reconcile'
    fr attendez sa fin ; ses constats sont dans « vitrine audit list --action audit.reconcile »

    column.finding
    en FINDING
    fr CONSTAT

    column.post
    en POST
    fr PUBLICATION

    column.evidence
    en EVIDENCE
    fr INDICES

    keys.notNewer
    en key {1} is not newer than the one in use, {2}
    fr la clé {1} n'est pas plus récente que celle en service, {2}

    keys.remove
    en cannot remove the key file '{1}'
    fr impossible de supprimer le fichier de clé « {1} »

    keys.prepared
    en {1} is in {2}; bring it to the other machines, then run 'vitrine key rotate'
    fr {1} est dans {2} ; copiez-la sur les autres machines, puis lancez « vitrine key rotate »

    keys.resumed
    en an earlier rotation was not finished; this one finishes it
    fr une rotation précédente était inachevée ; celle-ci la termine

    keys.rotated
    en tokens are sealed under {1}: {2#} of pages and {3#} of connections were sealed anew
    fr les jetons sont scellés sous {1} : {2#} de pages et {3#} de connexions rescellés

    keys.removed
    en {1} was removed: nothing is sealed under it any more
    fr {1} a été supprimée : plus rien n'est scellé sous elle

    keys.unreadable
    en {1#} {1?token:tokens} cannot be opened; connect these pages again:
    fr {1#} {1?jeton illisible:jetons illisibles} ; reconnectez ces pages :

    doctor.version
    en {1} answers with the version that is asked for, {2}
    fr {1} répond dans la version demandée, {2}

    doctor.otherVersion
    en {1} was asked for version {2} and answers with {3}; set networks.{1}.version before it must be
    fr {1} répond en version {3} à une demande en {2} ; changez networks.{1}.version à temps
    """
}
