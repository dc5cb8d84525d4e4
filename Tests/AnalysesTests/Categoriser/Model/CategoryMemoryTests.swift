import Testing

@testable import Analyses

@Suite("Names remembered")
struct CategoryMemoryTests {
    @Test("a name is found by its hash, another one is not")
    func found() {
        let names = ["tesco", "aldi", "shell", "esso", "boots"]
        let memory = CategoryMemory(
            Dictionary(uniqueKeysWithValues: names.enumerated().map { (NameKey($1).hash, $0) }))
        #expect(names.map { memory.place(of: NameKey($0.uppercased() + " 12")) } == [0, 1, 2, 3, 4])
        #expect(memory.place(of: NameKey("lidl")) == nil && CategoryMemory().place(of: NameKey("tesco")) == nil)
        #expect(memory.hashes == memory.hashes.sorted())
    }

    @Test("a memory that points past the categories is unsound")
    func sound() {
        let memory = CategoryMemory([5: 2])
        #expect(memory.isSound(for: 3) && !memory.isSound(for: 2) && CategoryMemory().isSound(for: 0))
    }
}
