/// What of a name the model looks at: its words, and runs of three to five letters within a word with its ends marked,
/// each hashed into one of `buckets`. Misspelt names share most of their runs.
enum NameFeatures {
    /// How many features are told apart; a power of two.
    static let buckets = 1 << 13
    /// Lengths of the runs, ends included.
    static let runs = 3...5

    /// The features of a name, each once, in ascending order.
    static func of(_ key: NameKey) -> [Int] {
        var features: [Int] = []
        for word in Array(key.text.utf8).split(separator: UInt8(ascii: " ")) {
            features.append(bucket(1, word))
            let marked = [UInt8(ascii: "^")] + word + [UInt8(ascii: "$")]
            for length in runs where marked.count >= length {
                for start in 0...marked.count - length {
                    features.append(bucket(2, marked[start..<start + length]))
                }
            }
        }
        features.sort()
        var last = -1
        return features.filter { feature in
            defer { last = feature }
            return feature != last
        }
    }

    private static func bucket(_ kind: UInt8, _ bytes: ArraySlice<UInt8>) -> Int {
        let hash = bytes.reduce(NameKey.step(NameKey.basis, kind)) { NameKey.step($0, $1) }
        return Int((hash ^ (hash >> 32)) % UInt64(buckets))
    }
}
