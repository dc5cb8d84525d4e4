/// What of a name the model looks at: its words, and runs of three to five letters within a word with its ends marked,
/// each hashed into one of `buckets`. Misspelt names share most of their runs.
enum NameFeatures {
    /// How many features are told apart; a power of two.
    static let buckets = 1 << 15
    /// Lengths of the runs, ends included.
    static let runs = 3...5

    /// The features of a name, each once, in ascending order.
    static func of(_ key: NameKey) -> [Int] {
        var features: Set<Int> = []
        for word in Array(key.text.utf8).split(separator: UInt8(ascii: " ")) {
            add([UInt8(ascii: "^")] + word + [UInt8(ascii: "$")], to: &features)
        }
        return features.sorted()
    }

    /// Adds the runs of a word whose ends are marked, and the word itself.
    private static func add(_ word: [UInt8], to features: inout Set<Int>) {
        for start in word.indices {
            var hash = NameKey.basis
            for place in start..<min(start + runs.upperBound, word.count) {
                hash = NameKey.step(hash, word[place])
                if place - start + 1 >= runs.lowerBound { features.insert(bucket(hash)) }
            }
        }
        features.insert(bucket(word.reduce(NameKey.step(NameKey.basis, 0)) { NameKey.step($0, $1) }))
    }

    private static func bucket(_ hash: UInt64) -> Int { Int((hash ^ (hash >> 32)) % UInt64(buckets)) }
}
