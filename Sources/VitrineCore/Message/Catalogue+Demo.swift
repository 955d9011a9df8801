extension Catalogue {
  /// What the demo says between its commands.
  static let demo = """
    help.demo
    en play the main job end to end: 1,212 pages, one message, a crash, a receipt
    fr jouer le travail principal de bout en bout : 1\u{202F}212 pages, un message, une panne, un reçu

    help.option.demo.stores
    en how many stores take part
    fr combien de magasins participent

    help.option.demo.register
    en the register of stores (default: examples/stores.csv of the repository)
    fr le registre des magasins (par défaut : examples/stores.csv du dépôt)

    help.option.demo.message
    en the message (default: the toys' collection of the content library)
    fr le message (par défaut : le retrait des jouets de la bibliothèque)

    help.option.demo.folder
    en an empty or new folder for everything that the demo makes
    fr un dossier vide ou nouveau pour tout ce que la démonstration crée

    demo.missing
    en '{1}' was not found from here or from the program upwards
    fr « {1} » est introuvable à partir d'ici ou du programme

    demo.missing.hint
    en run 'vitrine demo' inside the repository, or name the files with --register and --message
    fr lancez « vitrine demo » dans le dépôt, ou indiquez les fichiers avec --register et --message

    demo.noSandbox
    en the sandbox did not start
    fr le bac à sable n'a pas démarré

    demo.failed
    en 'vitrine {1}' ended with exit code {2}
    fr « vitrine {1} » s'est terminé avec le code {2}

    demo.member
    en a command of the demo printed no '{1}'
    fr une commande de la démonstration n'a pas affiché « {1} »

    demo.wrong
    en the pages do not each show the message once
    fr les pages ne montrent pas chacune le message une seule fois

    demo.desk
    en a desk of its own, and a network on this machine with {1#} store pages
    fr un bureau à part, et un réseau sur cette machine avec {1#} pages de magasins

    demo.cast
    en the people: one writes, two approve, a fourth launches, an auditor watches
    fr les personnes : une rédige, deux approuvent, une quatrième lance, une auditrice observe

    demo.pages
    en the register of stores, and their pages
    fr le registre des magasins, et leurs pages

    demo.message
    en one message: what would happen, then two approvals
    fr un message : ce qui se passerait, puis deux approbations

    demo.launch
    en the launch … and somebody pulls the plug half-way
    fr le lancement … et quelqu'un arrache la prise à mi-chemin

    demo.killed
    en killed with SIGKILL: {1#} of {2#} pages show the message
    fr tué par SIGKILL : {1#} pages sur {2#} montrent le message

    demo.resume
    en the same command again, no flag needed
    fr la même commande encore une fois, sans option

    demo.receipt
    en the receipt: every page accounted for
    fr le reçu : chaque page est comptée

    demo.visitor
    en the page of store FR-0001 as a visitor sees it
    fr la page du magasin FR-0001 telle que la voit un visiteur

    demo.truth
    en the network's own count: {1#} posts on {2#} pages, {3#} duplicates
    fr le compte du réseau lui-même : {1#} publications sur {2#} pages, {3#} en double

    demo.history
    en who posted what on store FR-0001, and the proof that the log is whole
    fr qui a publié quoi pour le magasin FR-0001, et la preuve que le journal est intact

    demo.done
    en done in {1} seconds; where to look next
    fr terminé en {1} secondes ; et maintenant

    demo.next.cast
    en everything lies in {1}; be one of the people:
    fr tout se trouve dans {1} ; prenez la place d'une des personnes :

    demo.next.sandbox
    en see the pages in a browser at {1} after:
    fr voyez les pages dans un navigateur à l'adresse {1} après :
    """
}
