import Foundation
import Testing
import VitrineCore
import VitrineTestSupport

/// `post adapt` as store staff run it: the real program on a terminal.
@Suite(.temporaryFolder, .timeLimit(.minutes(30)))
struct AdaptOnTerminalTests {
  /// A picture of the example library.
  private static let picture: String = {
    var root = URL(filePath: #filePath)
    for _ in 1...4 { root.deleteLastPathComponent() }
    return root.appending(path: "content-library/media/marche.jpg").path
  }()

  private static let template = """
    ---
    title: Offre du rayon frais
    usage: L'origine est aussi lisible que le prix.
    networks: [facebook]
    fields:
      - name: produit
        type: text
        label: Quel produit ?
        max: 60
      - name: prix
        type: price
        label: Prix au kilo ?
      - name: fin
        type: date
        label: Dernier jour ?
    ---

    {{produit}}, {{prix}} le kilo, jusqu'au {{fin}} chez {{store.name}}.

    """

  /// A desk with the template and somebody of a store, and the program on a terminal of its own.
  private func withProgram(
    _ more: [String] = [], terminalType: String = "xterm", with environment: [String: String] = [:],
    _ body: (StoreStaff, PseudoTerminal, ChildProcess) async throws -> Void
  ) async throws {
    try await withDesk { desk in
      try desk.template("offre", Self.template)
      let chloe = try await StoreStaff.join(desk, "Chloé Roy", "store_contributor")
      let terminal = try PseudoTerminal()
      let own = ["VITRINE_TOKEN": chloe.token, "TERM": terminalType, "NO_COLOR": "1"]
      let child = try ChildProcess(
        Program.path, ["post", "adapt", "offre", "--language", "fr"] + more,
        environment: desk.environment(nil).merging(own) { $1 }.merging(environment) { $1 },
        folder: desk.folder,
        streams: ChildProcess.Streams(
          input: terminal.program, output: terminal.program, errors: terminal.program))
      child.send(SIGKILL, afterNanoseconds: 120_000_000_000)
      try await body(chloe, terminal, child)
    }
  }

  @Test func `from the template to the submitted post with a photo, in seven answers`() async throws
  {
    try await withProgram { chloe, terminal, child in
      try await terminal.wait(for: "1/4  Quel produit ?")
      try await terminal.wait(for: "facebook")
      terminal.type("Entrecôte\r")
      try await terminal.wait(for: "2/4")
      terminal.type("17,90\r")
      try await terminal.wait(for: "3/4")
      terminal.type("31/12/2031\r")
      try await terminal.wait(for: "✓ Dernier jour ?  mercredi 31 décembre 2031")
      try await terminal.wait(for: "4/4")
      terminal.type("'\(Self.picture)' \r")
      try await terminal.wait(for: "JPEG")
      try await terminal.wait(for: "5/6")
      terminal.type("Un étal de boucher\r")
      try await terminal.wait(for: "6/6")
      terminal.type("n\r")
      try await terminal.wait(for: "┌ facebook · ")
      try await terminal.wait(for: "Entrecôte, 17,90\u{A0}€ le kilo, jusqu'au")
      try await terminal.wait(for: "[o] envoyer")
      terminal.type("o\r")
      let ending = await child.ending()
      #expect(ending.exitCode == 0, "\(terminal.rest())")
      let item = try #require(
        try await chloe.succeed("post", "list", "--mine")["items"]?.items.first)
      #expect(item["state"] == "submitted")
      #expect(
        item["text"]?.text?.hasPrefix("Entrecôte, 17,90\u{A0}€ le kilo, jusqu'au mercredi 31")
          == true)
      #expect(item["media"]?.items.first?["alt"] == "Un étal de boucher")
    }
  }

  @Test func `kept as a draft, line by line on a terminal that moves no cursor`() async throws {
    try await withProgram(terminalType: "dumb") { chloe, terminal, child in
      for answer in ["Entrecôte", "17,90", "31/12/2031", "", "q"] {
        try await terminal.wait(for: "› ")
        terminal.type(answer + "\n")
      }
      let ending = await child.ending()
      #expect(ending.exitCode == 0, "\(terminal.rest())")
      let items = try await chloe.succeed("post", "list", "--mine")["items"]?.items ?? []
      #expect(items.map { $0["state"]?.text } == ["draft"])
    }
  }

  @Test(
    arguments: [("\u{3}", nil, 130), (nil, SIGTERM, 143), (nil, SIGHUP, 129)]
      as [(String?, Int32?, Int32)])
  func `giving up keeps nothing and gives the terminal back`(
    _ key: String?, _ signal: Int32?, _ code: Int32
  ) async throws {
    try await withProgram { chloe, terminal, child in
      try await terminal.wait(for: "facebook")
      #expect(!terminal.isCooked)
      if let key { terminal.type(key) }
      if let signal { child.send(signal) }
      #expect(await child.ending().exitCode == code)
      #expect(terminal.isCooked)
      let items = try await chloe.succeed("post", "list", "--mine")["items"]?.items
      #expect(items == [])
    }
  }

  @Test func `the answers written in an editor make a draft`() async throws {
    let editor =
      "sed -i -e 's/^  produit:.*/  produit: Rumsteck/' -e 's/^  prix:.*/  prix: 12,50 €/' "
      + "-e 's!^  fin:.*!  fin: 31/12/2031!'"
    try await withProgram(["--editor"], with: ["EDITOR": editor]) { chloe, terminal, child in
      let ending = await child.ending()
      #expect(ending.exitCode == 0, "\(terminal.rest())")
      let item = try #require(
        try await chloe.succeed("post", "list", "--mine")["items"]?.items.first)
      #expect(item["state"] == "draft")
      #expect(item["text"]?.text?.hasPrefix("Rumsteck, 12,50\u{A0}€ le kilo") == true)
    }
  }

  @Test func `without a terminal nothing is asked, and the flags are named`() async throws {
    try await withDesk { desk in
      try desk.template("offre", Self.template)
      let chloe = try await StoreStaff.join(desk, "Chloé Roy", "store_contributor")
      let spoken = await chloe.speak("post", "adapt", "offre")
      #expect(spoken.exitCode == 64, "\(spoken.all)")
      #expect(spoken.errors.contains("--set produit=… --set prix=… --set fin=…"))
      let both = await chloe.speak("post", "adapt", "offre", "--editor", "--to", "all")
      #expect(both.exitCode == 64)
    }
  }
}
