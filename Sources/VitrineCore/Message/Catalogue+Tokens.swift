extension Catalogue {
  /// Tokens that end, and what that would cost.
  static let tokens = """
    doctor.tokens
    en {1#} {1?page has:pages have} a token that ends within 14 days, the first at {2}; run 'vitrine page connect' with a fresh one before
    fr {1#} {1?page a:pages ont} un jeton qui expire dans les 14 jours, le premier à {2} ; lancez « vitrine page connect » avec un nouveau avant cela

    doctor.mandatory
    en {1#} {1?page:pages} would miss '{2}' ({3}) at {4}: {1?it needs:they need} somebody, or {1?its token ends:their tokens end} before; 'vitrine page list' says which
    fr {1#} {1?page manquerait:pages manqueraient} « {2} » ({3}) à {4} : {1?elle attend:elles attendent} quelqu'un, ou {1?son jeton expire:leurs jetons expirent} avant ; « vitrine page list » dit lesquelles

    plan.atRisk
    en {1#} {1?page has:pages have} a token that ends before the message is public there, the first at {2}: {3}
    fr {1#} {1?page a:pages ont} un jeton qui expire avant que le message y soit public, le premier à {2} : {3}
    """
}
