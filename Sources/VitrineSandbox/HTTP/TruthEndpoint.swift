import HTTPTypes
import Hummingbird

/// `/sandbox/…`: the sandbox's own truth, and the switches of its faults.
struct TruthEndpoint {
  let state: SandboxState

  func respond(
    _ method: HTTPRequest.Method, _ path: [String], _ query: GraphParameters, body: [UInt8]
  ) -> Response {
    do throws(SandboxInputError) {
      switch (method, path.first, path.count) {
      case (.get, "pages", 1): return .json(state.step { $0.listOfPages() })
      case (.get, "posts", 1):
        return .json(
          try state.step { world throws(SandboxInputError) in try world.listOfPosts(query) })
      case (.post, "posts", 1):
        let value = try Self.read(body)
        return .json(
          try state.step { world throws(SandboxInputError) in try world.postByHand(value) })
      case (.delete, "posts", 2):
        return .json(
          try state.step { world throws(SandboxInputError) in try world.deleteByHand(path[1]) })
      case (.post, "people", 1):
        let value = try Self.read(body)
        return .json(
          try state.step { world throws(SandboxInputError) in try world.letIn(value) })
      case (.delete, "people", 2):
        return .json(
          try state.step { world throws(SandboxInputError) in try world.showOut(path[1]) })
      case (.patch, "posts", 2):
        let value = try Self.read(body)
        return .json(
          try state.step { world throws(SandboxInputError) in
            try world.editByHand(path[1], value)
          })
      case (.get, "stats", 1): return .json(state.step { $0.figures() })
      case (.get, "faults", 1): return .json(state.step { $0.listOfFaults() })
      case (.post, "faults", 1):
        let specs = try Self.faults(in: try Self.read(body))
        return .json(
          state.step { world in
            world.faults += specs.map(ArmedFault.init)
            return world.listOfFaults()
          })
      case (.delete, "faults", 1):
        return .json(
          state.step { world in
            world.clearFaults()
            return world.listOfFaults()
          })
      case (.post, "switches", 1):
        guard case .object(let members) = try Self.read(body) else {
          throw SandboxInputError("switches must be a JSON object")
        }
        return .json(
          try state.step { world throws(SandboxInputError) in
            var switches = world.switches
            for member in members { try switches.set(member.name, to: member.value) }
            world.switches = switches
            return world.figures()
          })
      default:
        return Self.failure("nothing here: /sandbox/\(path.joined(separator: "/"))", .notFound)
      }
    } catch {
      return Self.failure(error.message, .badRequest)
    }
  }

  private static func read(_ body: [UInt8]) throws(SandboxInputError) -> JSONValue {
    do throws(JSONReader.Malformed) {
      return try JSONReader.read(body)
    } catch {
      throw SandboxInputError("the body is not JSON (byte \(error.offset))")
    }
  }

  /// One fault, a list of them, or `{"faults":[…]}`.
  private static func faults(in value: JSONValue) throws(SandboxInputError) -> [FaultSpec] {
    var specs: [FaultSpec] = []
    for item in value.items ?? value["faults"]?.items ?? [value] {
      specs.append(try FaultSpec.read(item))
    }
    return specs
  }

  private static func failure(_ message: String, _ status: HTTPResponse.Status) -> Response {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("error")
    writer.beginObject()
    writer.key("message")
    writer.string(message)
    writer.endObject()
    writer.endObject()
    return .json(writer, status: status)
  }
}
