/// Names that several people gave the same category, as hashes in ascending order: no typed name is stored.
struct CategoryMemory: Sendable, Hashable, Codable {
    let hashes: [UInt64]
    /// The category of each, as a place in the model's list.
    let places: [Int]

    init(_ categories: [UInt64: Int] = [:]) {
        let sorted = categories.sorted { $0.key < $1.key }
        hashes = sorted.map(\.key)
        places = sorted.map(\.value)
    }

    /// The category of a name; nil when it is not remembered.
    func place(of key: NameKey) -> Int? {
        let hash = key.hash
        var low = 0
        var high = hashes.count
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low < hashes.count && hashes[low] == hash ? places[low] : nil
    }

    /// Whether every place is one of `count` categories.
    func isSound(for count: Int) -> Bool {
        hashes.count == places.count && places.allSatisfy { (0..<count).contains($0) }
            && zip(hashes, hashes.dropFirst()).allSatisfy { $0 < $1 }
    }
}
