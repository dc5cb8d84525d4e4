/// A picture or document that goes along with the newest message. It lives as long as the call and is printed nowhere.
public struct ChatFile: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// How the protocol takes it.
    public enum Part: Sendable, Hashable {
        /// As `image_url` with a data address.
        case image
        /// As `file` with a name of ours: the person's own name for it stays here.
        case document(name: String)
    }

    let bytes: [UInt8]
    let mediaType: String
    let part: Part

    /// A file; `mediaType` is a plain `type/subtype`.
    public init(_ bytes: [UInt8], mediaType: String, as part: Part) {
        precondition(
            mediaType.utf8.allSatisfy { (97...122).contains($0) || $0 == UInt8(ascii: "/") },
            "a media type is written into JSON as it stands")
        self.bytes = bytes
        self.mediaType = mediaType
        self.part = part
    }

    /// Kind and size.
    public var description: String { "\(mediaType), \(bytes.count) bytes" }
    /// The same.
    public var debugDescription: String { description }
    /// Nothing to look into.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// Bytes that writing it takes.
    var writtenCount: Int { (bytes.count + 2) / 3 * 4 + 256 }

    /// Appends the content part, the file as base64 straight from its bytes: there is no second copy of it in between.
    func write(into body: inout [UInt8]) {
        let (opening, closing) = frame
        body += Array(opening.utf8)
        body += Array("data:\(mediaType);base64,".utf8)
        Base64.append(bytes, to: &body)
        body += Array(closing.utf8)
    }

    private var frame: (opening: String, closing: String) {
        switch part {
        case .image: (#"{"type":"image_url","image_url":{"url":""#, #""}}"#)
        case .document(let name): (#"{"type":"file","file":{"filename":"\#(name)","file_data":""#, #""}}"#)
        }
    }
}

/// RFC 4648, section 4, with padding.
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func append(_ bytes: [UInt8], to out: inout [UInt8]) {
        out.reserveCapacity(out.count + (bytes.count + 2) / 3 * 4)
        bytes.withUnsafeBufferPointer { bytes in
            for start in stride(from: 0, to: bytes.count, by: 3) {
                let left = min(3, bytes.count - start)
                let second = left > 1 ? bytes[start + 1] : 0
                let third = left > 2 ? bytes[start + 2] : 0
                let group = Int(bytes[start]) << 16 | Int(second) << 8 | Int(third)
                out.append(alphabet[group >> 18])
                out.append(alphabet[group >> 12 & 63])
                out.append(left > 1 ? alphabet[group >> 6 & 63] : UInt8(ascii: "="))
                out.append(left > 2 ? alphabet[group & 63] : UInt8(ascii: "="))
            }
        }
    }
}
