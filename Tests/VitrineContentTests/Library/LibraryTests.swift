import Foundation
import Testing
import VitrineContent
import VitrineCore
import VitrineTestSupport

@Suite(.temporaryFolder)
struct LibraryTests {
  func write(_ files: [String: String]) throws -> Workspace {
    let folder = try TemporaryFolder.url()
    for (name, text) in files {
      let file = folder.appending(path: "content-library/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return Workspace(folder: folder)
  }

  static func template(_ keys: String = "", body: String = "Bonjour") -> String {
    "---\ntitle: t\n\(keys)\n---\n\(body)\n"
  }

  @Test func `files of both folders are read in the order of their paths`() throws {
    let workspace = try write([
      "templates/b.md": Self.template(), "templates/a.md": Self.template("id: z"),
      "templates/ete/c.md": Self.template(), "templates/README.txt": "x",
      "templates/.brouillon.md": "x", "messages/m.md": Self.template(),
    ])
    let library = try Library.load(workspace)
    #expect(
      library.entries.map(\.path) == [
        "content-library/templates/a.md", "content-library/templates/b.md",
        "content-library/templates/ete/c.md", "content-library/messages/m.md",
      ])
    #expect(library.entries.map(\.id) == ["z", "b", "c", "m"])
    #expect(library.entries.map(\.kind) == [.template, .template, .template, .message])
    #expect(library.entries.flatMap(\.findings) == [])
    #expect(library["z"]?.path == "content-library/templates/a.md")
    #expect(library["a"] == nil)
  }

  @Test func `a workspace without a library has an empty one`() throws {
    #expect(try Library.load(Workspace(folder: try TemporaryFolder.url())).entries.isEmpty)
  }

  @Test func `an id that stands twice is an error on both`() throws {
    let workspace = try write([
      "templates/a.md": Self.template("id: x"),
      "templates/b.md": Self.template("category: c\nid: x"),
    ])
    let library = try Library.load(workspace)
    #expect(
      library.entries.flatMap(\.findings).lines() == [
        "content-library/templates/a.md:3:5: error: the id 'x' is also that of content-library/templates/b.md [message.id]",
        "content-library/templates/b.md:4:5: error: the id 'x' is also that of content-library/templates/a.md [message.id]",
      ])
    #expect(library["x"] == nil)
    #expect(fault { _ = try library.existing("x") }?.code == .invalid)
  }

  @Test func `the name of a file must do for an id`() throws {
    let workspace = try write(["templates/Été 1.md": Self.template()])
    let findings = try Library.load(workspace).entries.flatMap(\.findings)
    #expect(findings.map(\.rule) == ["message.id"])
  }

  @Test func `links and what is no file are refused, and nothing waits for them`() throws {
    let workspace = try write(["templates/a.md": Self.template()])
    let folder = workspace.folder.appending(path: "content-library/templates")
    let outside = workspace.folder.appending(path: "secret.md")
    try Data(Self.template().utf8).write(to: outside)
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "b.md"), withDestinationURL: outside)
    try FileManager.default.createSymbolicLink(
      at: folder.appending(path: "loop"), withDestinationURL: folder)
    #expect(mkfifo(folder.appending(path: "c.md").path, 0o600) == 0)
    let library = try Library.load(workspace)
    #expect(
      library.entries.map(\.path) == [
        "content-library/templates/a.md", "content-library/templates/b.md",
        "content-library/templates/c.md", "content-library/templates/loop",
      ])
    #expect(library.entries.map(\.hasErrors) == [false, true, true, true])
    #expect(library.entries[1].findings.first?.message.code == "library.link")
    #expect(library.entries[2].findings.first?.message.code == "file.not-regular")
  }

  @Test func `a picture that is not there is named, and what was meant`() throws {
    let workspace = try write([
      "templates/a.md": Self.template("media:\n  - {file: marché.jpg, alt: x}"),
      "media/marche.jpg": "x",
      "templates/b.md": Self.template("media: [{file: marche.jpg, alt: x}]"),
    ])
    let library = try Library.load(workspace)
    #expect(
      library.entries[0].findings.lines() == [
        "content-library/templates/a.md:4:12: error: there is no picture 'marché.jpg' in content-library/media [message.media]"
      ])
    #expect(library.entries[0].findings.first?.fix == Message("did.you.mean", "marche.jpg"))
    #expect(library.entries[1].findings == [])
  }

  @Test func `a region without a store is a warning at its place`() throws {
    let workspace = try write(["templates/a.md": Self.template("regions: [Bretagne, Bretange]")])
    var entry = try #require(try Library.load(workspace).entries.first)
    entry.checkRegions(["Bretagne", "Corse"])
    #expect(
      entry.findings.lines() == [
        "content-library/templates/a.md:3:21: warning: the register has no store in the region 'Bretange' [message.region]"
      ])
    #expect(entry.findings.first?.fix == Message("did.you.mean", "Bretagne"))
  }

  @Test(arguments: [
    ("ete", ["a"]), ("ÉTÉ", ["a"]), ("barbe", ["a"]), ("œuf", ["b"]), ("oeuf brouillé", ["b"]),
    ("été œuf", []), ("t", ["a", "b"]), ("", ["a", "b"]),
  ])
  func `words are found without case and accents`(words: String, ids: [String]) throws {
    let workspace = try write([
      "templates/a.md": Self.template("category: L'été", body: "Le barbecue"),
      "templates/b.md": Self.template(body: "Œufs BROUILLÉS"),
    ])
    let found = try Library.load(workspace).entries(LibraryFilter(words: words))
    #expect(found.map(\.source.id) == ids)
  }

  @Test func `category, network, kind and store narrow the answer`() throws {
    let workspace = try write([
      "templates/a.md": Self.template("category: Été\nnetworks: [mastodon]"),
      "templates/b.md": Self.template("formats: [hypermarket]\nregions: [Corse]"),
      "templates/c.md": "broken", "messages/m.md": Self.template(),
    ])
    let library = try Library.load(workspace)
    func ids(_ filter: LibraryFilter) -> [String] { library.entries(filter).map(\.source.id) }
    let store = Store(
      code: StoreCode("FR-0001"), name: "x", format: .hypermarket, city: "Ajaccio", region: "Corse")
    #expect(ids(LibraryFilter()) == ["a", "b", "m"])
    #expect(ids(LibraryFilter(category: "ete")) == ["a"])
    #expect(ids(LibraryFilter(network: .facebook)) == ["b", "m"])
    #expect(ids(LibraryFilter(store: store)) == ["a", "b", "m"])
    var elsewhere = store
    elsewhere.region = "Bretagne"
    #expect(ids(LibraryFilter(store: elsewhere)) == ["a", "m"])
    #expect(ids(LibraryFilter(kind: .message)) == ["m"])
  }

  @Test func `an unknown id says what was meant`() throws {
    let workspace = try write(["templates/rentree.md": Self.template()])
    let library = try Library.load(workspace)
    let refused = fault { _ = try library.existing("rentre") }
    #expect(refused?.code == .notFound)
    #expect(refused?.hint == Message("did.you.mean", "rentree"))
  }

  @Test func `a template to begin with has no findings, and never takes the place of another`()
    throws
  {
    for language in Language.allCases {
      let workspace = Workspace(
        folder: try TemporaryFolder.url().appending(path: language.rawValue))
      let path = try Library.begin(
        "fete-2027", title: "La fête : \"ici\"", in: workspace, language: language)
      #expect(path == "content-library/templates/fete-2027.md")
      let library = try Library.load(workspace)
      #expect(library.entries.flatMap(\.findings) == [])
      #expect(library["fete-2027"]?.source?.title == "La fête : \"ici\"")
      #expect(library["fete-2027"]?.source?.fields.count == 1)
      let again = fault {
        _ = try Library.begin("fete-2027", title: "x", in: workspace, language: language)
      }
      #expect(again?.code == .conflict)
      #expect(try Library.load(workspace)["fete-2027"]?.source?.title == "La fête : \"ici\"")
      for id in ["../x", "Été", "", "a/b"] {
        let refused = fault {
          _ = try Library.begin(id, title: "x", in: workspace, language: language)
        }
        #expect(refused?.code == .invalid)
      }
    }
  }

  @Test func `a rule counts when it speaks on every day of the template`() throws {
    let workspace = try write([
      "templates/a.md": Self.template(body: "Soldes"), "templates/b.md": Self.template(body: "Vin"),
    ])
    let days = [11, 1].compactMap { CivilDate(year: 2027, month: $0, day: 20) }
    let found = try Library.load(workspace).entries.flatMap { entry in
      var entry = entry
      entry.checkSample(on: days, limits: .builtIn) { post in
        guard post.text == "Vin" || post.day.month != 1 else { return [] }
        return [
          RuleFinding(
            rule: "r", severity: .error, title: "Titre", words: ["mot"], fix: "Faites.",
            article: "L1", owner: "droit")
        ]
      }
      return entry.findings
    }
    #expect(
      found.lines() == ["content-library/templates/b.md:5:1: error: Titre (mot) [r]"])
    #expect(found.first?.fix?.text(in: .fr) == "Faites.")
  }
}

extension LibraryTests {
  @Test func `longest answers that do not fit a network are a warning`() throws {
    let workspace = try write([
      "templates/a.md": Self.template(
        "networks: [facebook, mastodon]\nfields: [{name: mot, type: text, max: 495}]",
        body: "Merci {{mot}}")
    ])
    var entry = try #require(try Library.load(workspace).entries.first)
    entry.checkSample(on: [CivilDate(daysSince1970: 20_780)], limits: .builtIn) { _ in [] }
    #expect(
      entry.findings.lines() == [
        "content-library/templates/a.md:6:1: warning: the longest answers make a text of 501 characters, and mastodon takes 500; lower 'max' [network.longest-answers]"
      ])
  }
}

/// The library that the repository ships.
struct ShippedLibraryTests {
  private static let library = Result {
    let workspace = Workspace(folder: Pages.root)
    return try Library.load(workspace, knowledge: MessageKnowledge.load(workspace))
  }

  @Test func `every template and message is without a finding`() throws {
    let library = try Self.library.get()
    #expect(library.entries.flatMap(\.findings).lines() == [])
    #expect(library.entries.count { $0.kind == .template } >= 25)
    #expect(library.entries.count { $0.kind == .message } == 5)
  }

  @Test func `every template fits its networks with the longest answers`() throws {
    let days = [CivilDate(daysSince1970: 20_780)]
    for entry in try Self.library.get().entries {
      var entry = entry
      entry.checkSample(on: days, limits: .builtIn) { _ in [] }
      #expect(entry.findings.lines() == [])
    }
  }

  @Test func `every template makes a post of a plausible answer on each of its networks`() throws {
    let day = CivilDate(daysSince1970: 20_780)
    let store = Store.sample(format: .hypermarket, region: "Bretagne")
    for entry in try Self.library.get().entries {
      let source = try #require(entry.source)
      let values = source.sampleValues(on: day)
      #expect(source.filled(with: values).1 == [], "\(entry.path)")
      for network in source.networks {
        let post = source.rendered(for: network, store: store, values: values, day: day)
        #expect(!post.text.isEmpty && post.missing == [], "\(entry.path)")
        #expect(!post.text.contains("{{"), "\(entry.path)")
        #expect(!post.text.contains("\n\n\n"), "\(entry.path)")
        #expect(NetworkLimits.builtIn.check(post.text, for: network) == nil, "\(entry.path)")
      }
    }
  }

  @Test func `a year is not a number of things`() throws {
    let source = try #require(try Self.library.get()["voeux"]?.source)
    let day = CivilDate(daysSince1970: 20_780)
    let store = Store.sample(format: .hypermarket, region: "Bretagne")
    let post = source.rendered(
      for: .facebook, store: store, values: ["annee": "2027", "promesse": "x"], day: day)
    #expect(post.text.contains("pour 2027"))
  }
}
