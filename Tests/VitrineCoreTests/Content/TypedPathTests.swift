import Testing

@testable import VitrineCore

struct TypedPathTests {
  @Test(
    arguments: [
      ("photo.jpg", "photo.jpg"), ("  /tmp/photo.jpg ", "/tmp/photo.jpg"),
      ("'/tmp/mon étal.jpg' ", "/tmp/mon étal.jpg"),
      (#"'/tmp/l'\''étal.jpg'"#, "/tmp/l'étal.jpg"),
      (#""/tmp/mon étal.jpg""#, "/tmp/mon étal.jpg"), (#""a\"b""#, #"a"b"#),
      (#"/tmp/mon\ étal\ \(1\).jpg"#, "/tmp/mon étal (1).jpg"), (#"l\'étal.jpg"#, "l'étal.jpg"),
      ("Mes photos/l'étal d'été.jpg", "Mes photos/l'étal d'été.jpg"),
      ("'ouvert", "'ouvert"), ("'deux' 'mots'", "'deux' 'mots'"), (#"fin\"#, #"fin\"#),
      ("file:///tmp/mon%20%C3%A9tal.jpg", "/tmp/mon étal.jpg"),
      ("file://localhost/tmp/a.jpg", "/tmp/a.jpg"), ("file:///tmp/100%.jpg", "/tmp/100%.jpg"),
      ("", ""), ("~/photo.jpg", "~/photo.jpg"),
    ])
  func `a path is taken out of what a terminal puts around it`(_ typed: String, _ path: String) {
    #expect(TypedPath.path(in: typed) == path)
  }

  @Test func `the name of a file is never normalised`() {
    let typed = "/media/e\u{301}tal.jpg"
    #expect(Array(TypedPath.path(in: typed).utf8) == Array(typed.utf8))
  }

  @Test(
    arguments: [
      ("~/a.jpg", "/home/lea/a.jpg"), ("~", "/home/lea"), ("~paul/a.jpg", "~paul/a.jpg"),
      ("/a/~/b", "/a/~/b"),
    ])
  func `a tilde at the start is the home folder`(_ path: String, _ expected: String) {
    #expect(TypedPath.expanded(path, home: "/home/lea") == expected)
    #expect(TypedPath.expanded(path, home: nil) == path)
  }
}
