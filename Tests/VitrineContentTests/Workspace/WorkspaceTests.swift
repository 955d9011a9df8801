import Foundation
import Testing
import VitrineContent
import VitrineCore

struct WorkspaceTests {
  @Test func `the nearest folder upwards is the workspace`() throws {
    let folder = try Folder()
    try folder.write("", to: "vitrine.yaml")
    try folder.write("", to: "inner/vitrine.yaml")
    try folder.write("", to: "inner/a/b/c.txt")
    let start = folder.url.appendingPathComponent("inner/a/b", isDirectory: true)
    let found = try Workspace.find(from: start, environment: [:])
    #expect(found.folder.path == folder.url.appendingPathComponent("inner").path)
    let named = try Workspace.find(
      from: start, environment: ["VITRINE_WORKSPACE": folder.url.path])
    #expect(named.folder.path == folder.url.path)
    let relative = try Workspace.find(from: start, environment: ["VITRINE_WORKSPACE": "../.."])
    #expect(relative.folder.path == folder.url.appendingPathComponent("inner").path)
    #expect(named.resolve(".vitrine/keys").path == folder.url.path + "/.vitrine/keys")
    #expect(named.resolve("/srv/keys").path == "/srv/keys")
  }

  @Test func `no workspace is a fault that says what to do`() throws {
    let folder = try Folder()
    let found = fault { _ = try Workspace.find(from: folder.url, environment: [:]) }
    #expect(found?.code == .configuration)
    #expect(found?.hint?.text(in: .en).contains("vitrine init") == true)
    let named = fault {
      _ = try Workspace.find(
        from: folder.url, environment: ["VITRINE_WORKSPACE": "nowhere"])
    }
    #expect(
      named?.message.text(in: .en)
        == "the folder 'nowhere' named by VITRINE_WORKSPACE has no vitrine.yaml")
  }
}
