/// Scripts as words, so that another process can steer the fake: `[fake: tokens=50 gap=20 split]` anywhere in the last
/// user message, or a model name `fake:tokens=50,gap=20`. Durations are milliseconds; `_` stands for a space.
extension FakeScript {
    /// The script written in a message or a model name; nil when there is none.
    public init?(in text: String) {
        let words: Substring
        if text.hasPrefix("fake:") {
            words = text.dropFirst(5)
        } else if let start = text.range(of: "[fake:"), let end = text[start.upperBound...].firstIndex(of: "]") {
            words = text[start.upperBound..<end]
        } else {
            return nil
        }
        self.init()
        let pairs = words.split { $0 == " " || $0 == "," }.map { $0.split(separator: "=", maxSplits: 1) }
        // The status first: the other words of a failure add to it.
        for pair in pairs.filter({ $0[0] == "error" }) + pairs.filter({ $0[0] != "error" }) {
            set(String(pair[0]), pair.count == 2 ? String(pair[1]) : nil)
        }
    }

    private mutating func set(_ key: String, _ value: String?) {
        let number = value.flatMap { Int($0) }
        setShape(key, value, number)
        setFault(key, value, number)
        if let oddity = Oddity(rawValue: key) { self.oddity = oddity }
        if let ending = Ending(rawValue: key) { self.ending = ending }
        if let lineEnd = LineEnd(rawValue: key) { self.lineEnd = lineEnd }
    }

    private mutating func setShape(_ key: String, _ value: String?, _ number: Int?) {
        switch key {
        case "tokens": tokens = number ?? tokens
        case "text": text = value.map(Self.spaced)
        case "call": calls.append(Call(value ?? ""))
        case "quote": quote = value.map(Self.spaced)
        case "ttft", "delay": delay = .milliseconds(number ?? 0)
        case "together": together = number ?? 1
        case "gap": gap = .milliseconds(number ?? 0)
        case "times": times = number
        case "padding": padding = number ?? padding
        case "usage": usage = value.flatMap(UsageForm.init) ?? usage
        case "split": isSplit = true
        case "comments": hasComments = true
        case "http10": isHTTP10 = true
        case "length", "content_filter": finishReason = key
        case "refusal": isRefusal = true
        case "empty": tokens = 0
        default: break
        }
    }

    private mutating func setFault(_ key: String, _ value: String?, _ number: Int?) {
        switch key {
        case "error": failure = Failure(number ?? 500)
        case "code":
            errorCode = value ?? errorCode
            failure?.code = value
        case "retry_after": failure?.retryAfter = value.map(Self.spaced)
        case "retry_after_ms": failure?.retryAfterMilliseconds = value
        case "html": failure?.isHTML = true
        case "disconnect": disconnectAfter = number ?? 3
        case "stall": stallAfter = number ?? 3
        case "malformed": malformedAfter = number ?? 3
        case "errorevent": errorAfter = number ?? 3
        case "bigline": bigLine = number ?? 2_000_000
        case "emptylines": emptyLines = number ?? 1_000_000
        default: break
        }
    }

    private static func spaced(_ word: String) -> String { String(word.map { $0 == "_" ? " " : $0 }) }
}

extension String {
    fileprivate func range(of part: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
            start = index(after: start)
        }
        return nil
    }
}
