extension PriceList {
    /// What is wrong with a written list, one sentence a fault, all of them.
    public struct Faults: Error, Sendable, Hashable {
        /// For the operator.
        public var sentences: [String]
    }

    /// Reads `gpt-4o=2.50/10.00,llama=0/0`: for each model dollars for a million tokens read and written. A name may hold
    /// `/` and `=`, as paths of models do; the last `=` ends it.
    public static func lines(of text: String) throws(Faults) -> [String: ModelPrice] {
        var lines: [String: ModelPrice] = [:]
        var faults: [String] = []
        for entry in text.split(separator: ",", omittingEmptySubsequences: false) {
            let entry = entry.trimmed
            guard let (name, price) = line(entry) else {
                faults.append("“\(entry)” is not a line such as gpt-4o=2.50/10.00")
                continue
            }
            if lines.updateValue(price, forKey: name) != nil { faults.append("\(name) is listed twice") }
        }
        guard faults.isEmpty else { throw Faults(sentences: faults) }
        return lines
    }

    private static func line(_ entry: Substring) -> (String, ModelPrice)? {
        guard let mark = entry.lastIndex(of: "=") else { return nil }
        let name = entry[..<mark].trimmed
        let sides = entry[entry.index(after: mark)...].split(separator: "/", omittingEmptySubsequences: false)
        guard (1...128).contains(name.utf8.count), !name.contains(where: \.isWhitespace), sides.count == 2,
            let prompt = Spend(dollars: sides[0].trimmed), let completion = Spend(dollars: sides[1].trimmed),
            max(prompt, completion) <= ModelPrice.limit
        else { return nil }
        return (String(name), ModelPrice(prompt: prompt, completion: completion))
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        let head = drop(while: \.isWhitespace)
        return head.lastIndex { !$0.isWhitespace }.map { head[...$0] } ?? ""
    }
}
