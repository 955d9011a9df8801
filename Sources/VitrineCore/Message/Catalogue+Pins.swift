extension Catalogue {
  /// Posts at the top of their pages until a date.
  static let pins = """
    help.option.broadcast.pinUntil
    en keep the posts at the top of their pages until then
    fr garder les publications en tête de leurs pages jusque-là

    help.option.broadcast.noPin
    en do not keep the posts at the top of their pages
    fr ne pas garder les publications en tête de leurs pages

    broadcast.pinEnds
    en the posts would be at the top of their pages until {1}, before they could be on every page
    fr les publications seraient en tête de leurs pages jusqu'à {1}, avant de pouvoir être sur chaque page

    broadcast.pinEnds.hint
    en say a later time with --pin-until
    fr indiquez une heure plus tardive avec --pin-until

    broadcast.twoPins
    en --pin-until and --no-pin exclude each other
    fr --pin-until et --no-pin s'excluent

    plan.pins
    en the post can be pinned on {1#} of {2#} ready {2?page:pages}
    fr la publication peut être épinglée sur {1#} des {2#} {2?page prête:pages prêtes}

    status.pins
    en at the top of its page: {1#} of {2#} (wanted until {3})
    fr en tête de sa page : {1#} sur {2#} (souhaité jusqu'à {3})
    """
}
