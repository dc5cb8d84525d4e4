/// How events become bytes: line ends, chunks, or one chunk a byte.
struct FakeWire {
    let script: FakeScript

    init(_ script: FakeScript) { self.script = script }

    var head: [UInt8] {
        let kind = "Content-Type: text/event-stream; charset=utf-8\r\nx-request-id: fake\r\n"
        return script.isHTTP10
            ? Array("HTTP/1.0 200 OK\r\n\(kind)\r\n".utf8)
            : Array("HTTP/1.1 200 OK\r\n\(kind)Transfer-Encoding: chunked\r\n\r\n".utf8)
    }

    var end: [FakeStep] { script.isHTTP10 ? [.close] : [.bytes(Array("0\r\n\r\n".utf8))] }

    /// One server-sent event; the last step completes it.
    func event(_ payload: String) -> [FakeStep] {
        let field = script.hasComments ? "event: x\nid: 7\n:keep-alive\ndata:" : "data: "
        return body(field + payload + "\n\n").map(FakeStep.bytes)
    }

    /// Body bytes as packets.
    func body(_ text: String) -> [[UInt8]] {
        let bytes = Array(lined(text).utf8)
        return script.isSplit ? bytes.map { framed([$0]) } : [framed(bytes)]
    }

    private func framed(_ bytes: [UInt8]) -> [UInt8] {
        if script.isHTTP10 { return bytes }
        return Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + Array("\r\n".utf8)
    }

    private func ends() -> [String] {
        switch script.lineEnd {
        case .lf: ["\n"]
        case .crlf: ["\r\n"]
        case .cr: ["\r"]
        // A lone CR before a lone LF would read as one line end, so CR comes last of its round.
        case .mixed: ["\r\n", "\n", "\r"]
        }
    }

    private func lined(_ text: String) -> String {
        if script.lineEnd == .lf { return text }
        let ends = ends()
        var result = ""
        var count = 0
        for scalar in text.unicodeScalars {
            guard scalar == "\n" else {
                result.unicodeScalars.append(scalar)
                continue
            }
            result += ends[count % ends.count]
            count += 1
        }
        return result
    }
}
