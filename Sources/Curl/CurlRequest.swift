/// A header field.
public struct CurlHeader: Sendable, Hashable {
    /// As sent; names compare without case.
    public var name: String
    /// Without the spaces around it.
    public var value: String

    /// A field of a name and a value.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// One request, sent as it is: no redirects, no proxy, no cookies, no compression.
public struct CurlRequest: Sendable, Hashable {
    /// What is done.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case patch = "PATCH"
        case delete = "DELETE"
    }

    /// What is done there.
    public var method: Method
    /// Absolute, http or https.
    public var url: String
    /// In the order they are sent.
    public var headers: [CurlHeader]
    /// Nil sends none.
    public var body: [UInt8]?
    /// How long each part may take.
    public var deadlines: CurlDeadlines
    /// Whether an idle connection may carry it. When such a connection ends before an answer, libcurl sends the request
    /// once more on another, whatever its method: what must not be done twice goes without.
    public var reusesConnection = true

    /// A request with every part given.
    public init(
        _ method: Method = .get, _ url: String, headers: [CurlHeader] = [], body: [UInt8]? = nil,
        deadlines: CurlDeadlines = CurlDeadlines()
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.deadlines = deadlines
    }

    /// What makes it unfit to be sent; nil when nothing does. Line ends in a header would forge further headers.
    var fault: String? {
        guard url.hasPrefix("http://") || url.hasPrefix("https://") else {
            return "the address is neither http nor https"
        }
        if url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) {
            return "the address holds a space or a control character"
        }
        for header in headers {
            if header.name.isEmpty || !header.name.utf8.allSatisfy(CurlRequest.isNameByte) {
                return "a header's name holds a character that is not allowed"
            }
            if header.value.utf8.contains(where: { $0 == 0 || $0 == 0x0A || $0 == 0x0D }) {
                return "the value of a header holds a line end"
            }
        }
        return nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
