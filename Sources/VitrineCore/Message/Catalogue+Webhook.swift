extension Catalogue {
  /// What networks tell unasked.
  static let webhook = """
    help.webhook
    en what networks tell unasked
    fr ce que les réseaux disent d'eux-mêmes

    help.webhook.replay
    en take in what Facebook sent, from a file, and compare the posts that it names with the log
    fr prendre en compte ce que Facebook a envoyé, depuis un fichier, et comparer au journal les publications citées

    help.option.webhook.file
    en one delivery as it came, or a delivery and its signature in each line
    fr un envoi tel qu'il est arrivé, ou un envoi et sa signature par ligne

    help.option.webhook.signatureFile
    en the file with the signature of that one delivery
    fr le fichier qui contient la signature de cet envoi

    help.option.webhook.header
    en the signature of that one delivery, as its header X-Hub-Signature-256 has it
    fr la signature de cet envoi, telle que l'en-tête X-Hub-Signature-256 la donne

    webhook.noSecret
    en without the app's secret no signature can be checked
    fr sans le secret de l'application, aucune signature ne peut être vérifiée

    webhook.noSecret.hint
    en put the secret into a file, and name it with 'vitrine config set networks.facebook.appSecretFile FILE'
    fr mettez le secret dans un fichier, et indiquez-le par « vitrine config set networks.facebook.appSecretFile FICHIER »

    webhook.signature
    en the signature is not the app's over these bytes; nothing was changed
    fr la signature n'est pas celle de l'application sur ces octets ; rien n'a été modifié

    webhook.signature.hint
    en take the bytes exactly as they came: an editor that adds a line at the end breaks the signature
    fr prenez les octets exactement tels qu'ils sont arrivés : un éditeur qui ajoute une ligne à la fin casse la signature

    webhook.malformed
    en this is signed and is not what Facebook sends about pages
    fr ceci est signé, mais n'est pas ce que Facebook envoie au sujet des pages

    webhook.tooLarge
    en one delivery has more than {1#} bytes
    fr un envoi dépasse {1#} octets

    webhook.tooMany
    en one delivery has {1#} changes, and Facebook sends {2#} at most
    fr un envoi compte {1#} changements, et Facebook en envoie {2#} au plus

    webhook.oneSignature
    en give the signature once: with --header or with --signature-file
    fr donnez la signature une seule fois : avec --header ou avec --signature-file

    webhook.line
    en line {2} of '{1}' is no delivery with its signature
    fr la ligne {2} de « {1} » n'est pas un envoi avec sa signature

    webhook.line.hint
    en write in each line an object with 'signature' and 'body', or give the signature of one raw delivery with --header
    fr écrivez sur chaque ligne un objet avec « signature » et « body », ou donnez la signature d'un seul envoi brut avec --header

    webhook.empty
    en '{1}' holds no delivery
    fr « {1} » ne contient aucun envoi

    webhook.sum
    en {1#} {1?change:changes}, {2#} ignored: {3#} unrecorded, {4#} missing, {5#} altered
    fr {1#} {1?changement:changements}, {2#} {2?ignoré:ignorés} : {3#} sans trace, {4#} {4?disparue:disparues}, {5#} {5?modifiée:modifiées}

    webhook.unread
    en {1#} {1?post:posts} could not be read; 'vitrine audit reconcile' looks again
    fr {1#} {1?publication n'a pas pu être lue:publications n'ont pas pu être lues} ; « vitrine audit reconcile » regarde à nouveau
    """
}
