extension Catalogue {
  /// The console, the workspace and its keys, stores, pages and the sandbox.
  static let desk = """
    console.hint
    en hint
    fr conseil\u{A0}

    console.usage
    en the command line cannot be read: {1}
    fr la ligne de commande est illisible : {1}

    console.command
    en there is no command '{1}'
    fr il n'y a pas de commande « {1} »

    console.command.hint
    en the commands here are {1}
    fr les commandes sont ici {1}

    console.range
    en {1} takes a number from {2#} to {3#}
    fr {1} prend un nombre de {2#} à {3#}

    console.cannotWrite
    en '{1}' cannot be written: it is there already, or its folder does not allow it
    fr « {1} » ne peut pas être écrit : il existe déjà, ou son dossier l'interdit

    console.notEmpty
    en the folder '{1}' is not empty
    fr le dossier « {1} » n'est pas vide

    console.notEmpty.hint
    en name a new folder; what is there is never overwritten
    fr indiquez un nouveau dossier ; ce qui existe n'est jamais écrasé

    console.inputTooLong
    en standard input has more than {1#} bytes
    fr l'entrée standard dépasse {1#} octets

    console.oneSecret
    en one line is expected on standard input; there {1?is:are} {1#}
    fr il faut une seule ligne sur l'entrée standard ; il y en a {1#}

    console.outputClosed
    en the output was closed before everything was written
    fr la sortie a été fermée avant que tout soit écrit

    console.noHome
    en there is no place to keep the token: HOME is not set
    fr il n'y a pas d'endroit où garder le jeton : HOME n'est pas défini

    console.noHome.hint
    en set HOME and ask for a new code, or run 'vitrine login --enrol-stdin --json' and keep the
      token yourself
    fr définissez HOME et demandez un nouveau code, ou lancez « vitrine login --enrol-stdin --json »
      et gardez le jeton vous-même

    config.standard
    en default
    fr par défaut

    config.done
    en {1} is now '{2}'
    fr {1} vaut maintenant « {2} »

    init.done
    en the workspace '{1}' is ready, and its administrator is '{2}'
    fr l'espace de travail « {1} » est prêt, et son administrateur est « {2} »

    init.write
    en '{1}' cannot be written
    fr « {1} » ne peut pas être écrit

    doctor.ok
    en ✓
    fr ✓

    doctor.warning
    en !
    fr !

    doctor.failed
    en ✗
    fr ✗

    doctor.database
    en the database answers ({1})
    fr la base répond ({1})

    doctor.stores
    en the register holds {1#} {1?store:stores}
    fr le registre contient {1#} {1?magasin:magasins}

    doctor.pages
    en {1#} {1?page is:pages are} known, {2#} without good access
    fr {1#} {1?page connue:pages connues}, {2#} sans accès valable

    doctor.approvers
    en a broadcast needs {1#} {1?approval:approvals}; {2#} {2?person:people} can approve: {3}
    fr une diffusion demande {1#} {1?approbation:approbations} ; {2#}
      {2?personne peut:personnes peuvent} approuver : {3}

    doctor.launchers
    en {1#} {1?person:people} can launch: {2}
    fr {1#} {1?personne peut:personnes peuvent} lancer : {2}

    doctor.worker
    en {1#} {1?worker is:workers are} at work
    fr {1#} {1?agent d'envoi est:agents d'envoi sont} à l'œuvre

    doctor.noWorker
    en no worker is at work; nothing goes out by itself until 'vitrine worker' runs
    fr aucun agent d'envoi n'est à l'œuvre ; rien ne part tout seul tant que « vitrine worker » ne
      tourne pas

    doctor.signer
    en this machine can sign checkpoints
    fr cette machine peut signer des points de contrôle

    doctor.noSigner
    en this machine cannot sign checkpoints: 'audit-key' is not in the key folder
    fr cette machine ne peut pas signer de point de contrôle : « audit-key » n'est pas dans le
      dossier des clés

    doctor.audit
    en the audit log holds {1#} {1?record:records}
    fr le journal d'audit contient {1#} {1?enregistrement:enregistrements}

    keys.write
    en the key file '{1}' cannot be written
    fr le fichier de clé « {1} » ne peut pas être écrit

    keys.read
    en the key file '{1}' cannot be opened
    fr le fichier de clé « {1} » ne peut pas être ouvert

    keys.notFile
    en '{1}' is not a regular file, as a key must be
    fr « {1} » n'est pas un fichier ordinaire, comme doit l'être une clé

    keys.wide
    en others than its owner may open the key file '{1}'
    fr d'autres que son propriétaire peuvent ouvrir le fichier de clé « {1} »

    keys.wide.hint
    en run 'chmod 600 {1}'
    fr lancez « chmod 600 {1} »

    keys.oneLine
    en the key file '{1}' must hold one line
    fr le fichier de clé « {1} » doit contenir une seule ligne

    keys.malformed
    en the key file '{1}' is damaged
    fr le fichier de clé « {1} » est endommagé

    keys.fork
    en the log does not continue what this key has signed: {1#} {1?record:records} then, {2#} now
    fr le journal ne prolonge pas ce que cette clé a signé : {1#} {1?enregistrement:enregistrements}
      alors, {2#} à présent

    keys.fork.hint
    en was an old database restored? 'vitrine audit verify --checkpoint FILE' compares with a
      checkpoint that you kept
    fr une ancienne base a-t-elle été restaurée ? « vitrine audit verify --checkpoint FICHIER »
      compare avec un point de contrôle que vous avez gardé

    stores.imported
    en {1#} created, {2#} updated, {3#} unchanged, {4#} removed
    fr {1#} {1?créé:créés}, {2#} {2?modifié:modifiés}, {3#} {3?inchangé:inchangés}, {4#}
      {4?retiré:retirés}

    stores.checked
    en nothing was imported; there would be {1#} created, {2#} updated, {3#} unchanged, {4#} removed
    fr rien n'a été importé ; il y aurait {1#} {1?créé:créés}, {2#} {2?modifié:modifiés}, {3#}
      {3?inchangé:inchangés}, {4#} {4?retiré:retirés}

    stores.absent
    en {1#} {1?store:stores} of the register {1?is:are} not in the file and {1?stays:stay};
      '--allow-removals {1}' takes {1?it:them} out
    fr {1#} {1?magasin du registre n'est:magasins du registre ne sont} pas dans le fichier et
      {1?reste:restent} ; « --allow-removals {1} » {1?le retire:les retire}

    stores.rejected
    en '{1}' has {2#} {2?finding:findings}; nothing was taken over
    fr « {1} » a {2#} {2?remarque:remarques} ; rien n'a été repris

    stores.rejected.hint
    en mend what stands above; 'vitrine store import --check' looks without importing
    fr corrigez ce qui est signalé ; « vitrine store import --check » examine sans importer

    stores.removals
    en the file leaves out {1#} {1?store:stores}, and only {2#} may be removed
    fr il manque {1#} {1?magasin:magasins} au fichier, et seuls {2#} peuvent être retirés

    stores.removals.hint
    en if they have really closed, pass '--allow-removals {1}'
    fr s'ils ont vraiment fermé, ajoutez « --allow-removals {1} »

    stores.selector
    en the selector names something that is not in the register
    fr le sélecteur nomme quelque chose qui n'est pas dans le registre

    stores.none
    en the selector '{1}' picks no store
    fr le sélecteur « {1} » ne choisit aucun magasin

    stores.unknown
    en there is no store '{1}'
    fr il n'y a pas de magasin « {1} »

    stores.empty
    en there are no stores yet; 'vitrine store import FILE.csv' brings them in
    fr il n'y a pas encore de magasin ; « vitrine store import FICHIER.csv » les importe

    pages.network
    en Vitrine cannot publish on a network '{1}'
    fr Vitrine ne sait pas publier sur un réseau « {1} »

    pages.how
    en the network's token is read from standard input, where no history keeps it
    fr le jeton du réseau se lit sur l'entrée standard, où aucun historique ne le garde

    pages.how.hint
    en run 'vitrine page connect --network facebook --token-stdin', paste the token, and end with
      Ctrl-D
    fr lancez « vitrine page connect --network facebook --token-stdin », collez le jeton et terminez
      par Ctrl-D

    pages.map.bad
    en '{1}' does not say clearly which page belongs to which store
    fr « {1} » ne dit pas clairement quelle page va à quel magasin

    pages.map.column
    en the column '{1}' is missing
    fr la colonne « {1} » manque

    pages.map.page
    en the page '{1}' is there twice
    fr la page « {1} » est là deux fois

    pages.map.store
    en the store '{1}' is there twice
    fr le magasin « {1} » est là deux fois

    pages.unmatched
    en no store has the page's store code or its exact name; name it in a file for --map
    fr aucun magasin n'a le code ou le nom exact de la page ; désignez-le dans un fichier pour --map

    pages.elsewhere
    en the page belongs to the store '{1}' here; a page does not change its store
    fr la page appartient ici au magasin « {1} » ; une page ne change pas de magasin

    pages.taken
    en the store '{1}' has another page on this network already: {2}
    fr le magasin « {1} » a déjà une autre page sur ce réseau : {2}

    pages.twice
    en another page was taken for the store '{1}' just before
    fr une autre page vient d'être prise pour le magasin « {1} »

    pages.noRight
    en the token may see this page and not publish on it
    fr le jeton peut voir cette page, mais pas y publier

    pages.connected
    en {1#} {1?page is:pages are} connected
    fr {1#} {1?page est connectée:pages sont connectées}

    pages.checked
    en {1#} {1?page:pages} checked: {2#} connected, {3#} in need of somebody, {4#} without a clear
      answer
    fr {1#} {1?page vérifiée:pages vérifiées} : {2#} {2?connectée:connectées}, {3#} à réparer, {4#}
      sans réponse claire

    pages.empty
    en there are no pages yet; 'vitrine page connect' brings them in
    fr il n'y a pas encore de page ; « vitrine page connect » les ajoute

    page.connected
    en connected
    fr connectée

    page.needs-attention
    en needs attention
    fr à réparer

    page.disconnected
    en disconnected
    fr déconnectée

    sandbox.ready
    en the sandbox listens at {1}; end it with Ctrl-C
    fr le bac à sable écoute à {1} ; arrêtez-le par Ctrl-C

    sandbox.refused
    en the sandbox cannot start: {1}
    fr le bac à sable ne peut pas démarrer : {1}
    """
}
