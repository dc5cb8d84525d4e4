/// Header lines put together to a head. A new status line starts afresh, so that interim answers leave nothing behind.
struct HeadReading {
    /// Bytes of all lines so far, interim answers included.
    var bytes = 0
    private var status = 0
    private var headers: [CurlHeader] = []

    /// Adds a line; gives the head at the empty line that ends it.
    mutating func add(_ line: String) -> CurlHead? {
        let line = line.trimmingLineEnd
        if line.hasPrefix("HTTP/") {
            status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
            headers = []
            return nil
        }
        if line.isEmpty { return status >= 200 ? CurlHead(status: status, headers: headers) : nil }
        if let colon = line.firstIndex(of: ":") {
            headers.append(CurlHeader(String(line[..<colon]), String(line[line.index(after: colon)...].trimmingSpaces)))
        }
        return nil
    }
}

extension String {
    /// CR and LF are one character to Swift, so they are taken off as scalars.
    fileprivate var trimmingLineEnd: Substring {
        var scalars = unicodeScalars[...]
        while let last = scalars.last, last == "\r" || last == "\n" { scalars.removeLast() }
        return Substring(scalars)
    }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var rest = self.drop { $0 == " " || $0 == "\t" }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return rest
    }
}
