/// The AsyncAPI 3.0 document of the chat's sockets. It is written by hand in five files, each a JSON object, which are
/// joined here; `Tests/Protocol` holds its examples with a real server and its names against the code.
enum AsyncAPI {
    /// The whole document.
    static let text: String = {
        let messages = [
            PackageResources.asyncapi_asked_json, PackageResources.asyncapi_said_json,
            PackageResources.asyncapi_legacy_json,
        ].map(members(of:)).joined(separator: ",")
        return "{\(members(of: PackageResources.asyncapi_json)),\"components\":{\"messages\":{\(messages)},"
            + "\(members(of: PackageResources.asyncapi_shapes_json))}}\n"
    }()

    /// What stands between the outer braces of a file.
    private static func members(of file: [UInt8]) -> Substring {
        let text = String(decoding: file, as: UTF8.self)
        guard let first = text.firstIndex(of: "{"), let last = text.lastIndex(of: "}") else { return "" }
        return text[text.index(after: first)..<last]
    }
}
