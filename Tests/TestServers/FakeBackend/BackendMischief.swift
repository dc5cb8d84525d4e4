import Analyses

/// What the fake backend does to one request instead of answering it properly.
public enum BackendMischief: Sendable, Hashable {
    /// Another status, in the envelope of errors.
    case status(Int, retryAfter: String? = nil)
    /// A page of HTML, as a proxy in front makes it.
    case page(Int)
    /// The request is sent elsewhere.
    case redirect(to: String)
    /// Nothing, until the client closes.
    case hang
    /// The connection is reset, or ends in the ordinary way.
    case reset, close
    /// The right answer, a byte at a time.
    case drip(Duration)
    /// The head and half the body of the right answer, then the end, or nothing more.
    case half, stall
    /// The right answer with so many bytes more.
    case flood(Int)
    /// Something that is not HTTP.
    case garbage

    /// Whether it is made of the right answer, which needs the work done.
    var isTrue: Bool {
        switch self {
        case .drip, .half, .stall, .flood: true
        default: false
        }
    }
}

/// A mischief, and whether what was asked is done all the same.
struct FakeBackendFault: Sendable, Hashable {
    let mischief: BackendMischief
    let isDone: Bool
}

/// One thing that happens on the wire.
enum FakeMove: Equatable {
    case bytes([UInt8])
    case pause(Duration)
    /// Nothing more until the client closes.
    case hold
    case close, reset
}

extension FakeReply {
    /// The moves of a regular answer, or of a mischief in its place.
    static func moves(_ reply: FakeReply?, _ mischief: BackendMischief?) -> [FakeMove] {
        let right = reply ?? FakeReply(FakeRefusal(503, "Nothing was done"))
        switch mischief {
        case nil: return [.bytes(right.wire())]
        case .status(let status, let retryAfter)?:
            let headers = retryAfter.map { ["Retry-After: \($0)"] } ?? []
            return [.bytes(FakeReply(FakeRefusal(status, "The fake was told to say \(status)")).wire(headers))]
        case .page(let status)?: return [.bytes(FakePage.page(status, "text/html", "<html><h1>\(status)</h1></html>"))]
        case .redirect(let address)?: return [.bytes(FakePage.page(307, "text/plain", "", ["Location: \(address)"]))]
        case .hang?: return [.hold]
        case .reset?: return [.reset]
        case .close?: return [.close]
        case .drip(let gap)?: return right.wire().flatMap { [FakeMove.bytes([$0]), .pause(gap)] }
        case .half?: return [.bytes(right.firstHalf), .close]
        case .stall?: return [.bytes(right.firstHalf), .hold]
        case .flood(let count)?: return [.bytes(right.padded(count).wire())]
        case .garbage?: return [.bytes(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8)), .close]
        }
    }

    private func wire(_ headers: [String] = []) -> [UInt8] {
        FakePage.page(status, "application/json; charset=utf-8", body.text, headers)
    }

    private var firstHalf: [UInt8] { wire().dropLast(body.text.utf8.count / 2) }

    private func padded(_ count: Int) -> FakeReply {
        FakeReply(status, "padded", .string(String(repeating: "x", count: count)))
    }
}
