import Foundation

/// What a message holds: text alone, or parts with a file among them.
struct FakeContent: Decodable {
    var text: String
    var files: [FakeFile]

    private struct Part: Decodable {
        struct Image: Decodable { var url: String }
        struct Document: Decodable {
            var filename: String
            var file_data: String
        }
        var type: String
        var text: String?
        var image_url: Image?
        var file: Document?
    }

    init(from decoder: any Decoder) throws {
        let one = try decoder.singleValueContainer()
        if let text = try? one.decode(String.self) {
            (self.text, files) = (text, [])
            return
        }
        let parts = try one.decode([Part].self)
        text = parts.compactMap(\.text).joined(separator: "\n")
        files = parts.compactMap { part in
            if let image = part.image_url { return FakeFile(address: image.url, name: nil) }
            return part.file.flatMap { FakeFile(address: $0.file_data, name: $0.filename) }
        }
    }
}

/// A file as a model would see it.
public struct FakeFile: Sendable, Hashable {
    /// As the data address says.
    public let mediaType: String
    /// What it is called; nil for a picture.
    public let name: String?
    /// All of it.
    public let bytes: [UInt8]

    /// Reads `data:type;base64,…`; nil for anything else.
    init?(address: String, name: String?) {
        guard address.hasPrefix("data:"), let mark = address.range(of: ";base64,"),
            let data = Data(base64Encoded: String(address[mark.upperBound...]))
        else { return nil }
        mediaType = String(address[address.index(address.startIndex, offsetBy: 5)..<mark.lowerBound])
        self.name = name
        bytes = Array(data)
    }
}
