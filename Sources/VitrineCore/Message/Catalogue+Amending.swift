extension Catalogue {
  /// Corrections of what is on the pages already, and pages whose answer stays unclear.
  static let amending = """
    help.broadcast.amend
    en Correct the text on the pages that have it already; needs approvals and a launch
    fr Corriger le texte sur les pages qui l'ont déjà ; demande validation et lancement

    amend.done
    en {1} pages get the corrected text; visitors of {2} see the earlier one until then
    fr {1} pages reçoivent le texte corrigé ; d'ici là, les visiteurs de {2} voient l'ancien

    amend.approve
    en nothing goes on before: 'vitrine broadcast diff {1}', 'vitrine broadcast approve {1}', then
      'vitrine broadcast launch {1}'
    fr rien ne repart avant : « vitrine broadcast diff {1} », « vitrine broadcast approve {1} », puis
      « vitrine broadcast launch {1} »

    amend.launch
    en run 'vitrine broadcast launch {1}' to correct the pages and to go on
    fr lancez « vitrine broadcast launch {1} » pour corriger les pages et continuer

    amend.onlyText
    en a correction of '{1}' cannot have another link or other pictures
    fr une correction de « {1} » ne peut changer ni le lien ni les images

    amend.onlyText.hint
    en no network changes those of a public post: leave them as they were, or run 'vitrine broadcast
      takedown {1}' and make a new broadcast
    fr aucun réseau ne les change sur une publication visible : laissez-les tels quels, ou lancez
      « vitrine broadcast takedown {1} » et créez une nouvelle diffusion

    amend.refused
    en the corrected text breaks a rule at {1} stores: {2}
    fr le texte corrigé enfreint une règle dans {1} magasins : {2}

    amend.refused.hint
    en shorten the text or mend what it names there; 'vitrine broadcast plan' shows each reason
    fr raccourcissez le texte ou corrigez ce qu'il y nomme ; « vitrine broadcast plan » montre chaque
      raison

    receipt.page.earlier
    en The earlier text: {1#} {1?page:pages}
    fr L'ancien texte : {1#} {1?page:pages}

    receipt.page.earlier.minutes
    en Minutes shown
    fr Minutes d'affichage

    receipt.page.earlier.there
    en still shown
    fr encore visible

    receipt.page.earlier.gone
    en corrected
    fr corrigé

    trouble.unclear
    en the network gave no answer, and the message is not on the page
    fr le réseau n'a pas répondu, et le message n'est pas sur la page

    trouble.unclear.fix
    en look at the page: if it is there, run 'vitrine broadcast adopt', else 'vitrine broadcast retry
      --cause unclear'
    fr regardez la page : si le message y est, lancez « vitrine broadcast adopt », sinon
      « vitrine broadcast retry --cause unclear »

    trouble.unclear.who
    en national broadcaster
    fr diffuseur national

    trouble.notAmended
    en the network does not change this post, which still shows the earlier text ({1}: {2})
    fr le réseau ne modifie pas cette publication, qui montre toujours l'ancien texte ({1} : {2})

    trouble.notAmended.fix
    en correct it on the page by hand, or run 'vitrine broadcast takedown --select store:…'
    fr corrigez-la à la main sur la page, ou lancez « vitrine broadcast takedown --select store:… »

    trouble.notAmended.who
    en region manager
    fr responsable régional
    """
}
