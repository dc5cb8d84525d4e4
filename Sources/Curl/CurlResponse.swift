/// Status and headers of a response.
public struct CurlHead: Sendable, Hashable {
    /// 200 and above; interim answers are passed over.
    public var status: Int
    /// In the order they came.
    public var headers: [CurlHeader]

    /// A head of a status and headers.
    public init(status: Int, headers: [CurlHeader]) {
        self.status = status
        self.headers = headers
    }

    /// The first value under this name, whatever its case.
    public func header(_ name: String) -> String? {
        let name = name.lowercased()
        return headers.first { $0.name.lowercased() == name }?.value
    }
}

/// A response whose body is still on its way.
public struct CurlResponse: Sendable {
    /// Status and headers.
    public let head: CurlHead
    /// Pieces of the body, for one reader, inside the scope only.
    public let body: CurlBody
}

/// The body as it arrives. What is not asked for is not read from the network beyond a small buffer.
public struct CurlBody: AsyncSequence, Sendable {
    /// All bytes that were there when asked.
    public typealias Element = [UInt8]
    /// Why the body ended before its end.
    public typealias Failure = CurlError
    let exchange: Exchange

    /// Reads on where the last reader stopped.
    public func makeAsyncIterator() -> Iterator { Iterator(exchange: exchange) }

    /// Reads piece by piece.
    public struct Iterator: AsyncIteratorProtocol {
        /// Why the body ended before its end.
        public typealias Failure = CurlError
        let exchange: Exchange

        /// The next bytes, never empty; nil at the regular end.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(CurlError) -> [UInt8]? {
            try await exchange.nextBytes(isolation: actor)
        }
    }

    /// The whole body; `tooLarge` when it is longer than `limit`.
    public func collect(upTo limit: Int) async throws(CurlError) -> [UInt8] {
        var all: [UInt8] = []
        for try await bytes in self {
            all += bytes
            if all.count > limit { throw CurlError(.tooLarge, "the body is longer than \(limit) bytes") }
        }
        return all
    }
}
