import TestServers
import Testing

@testable import App

@Suite("Pages that only the start needed")
struct StartPagesTests {
    @Test("code of a file is given back")
    func code() throws {
        let line: Substring = "55d0c0a00000-55d0c1f00000 r-xp 00220000 08:01 1234       /usr/local/bin/reho"
        let range = try #require(StartPages.CodeRange(line))
        #expect(range.start == 0x55d0_c0a0_0000 && range.count == 0x150_0000)
    }

    @Test(
        "what could have been written, what is of no file, and what makes no sense stays",
        arguments: [
            "55d0c0a00000-55d0c1f00000 r--p 00220000 08:01 1234 /usr/local/bin/reho",
            "55d0c0a00000-55d0c1f00000 rw-p 00220000 08:01 1234 /usr/local/bin/reho",
            "55d0c0a00000-55d0c1f00000 rwxp 00220000 08:01 1234 /usr/local/bin/reho",
            "7ffd3a5e8000-7ffd3a5ea000 r-xp 00000000 00:00 0 [vdso]", "7f0000000000-7f0000001000 r-xp 00000000 00:00 0",
            "55d0c1f00000-55d0c0a00000 r-xp 00220000 08:01 1234 /usr/local/bin/reho", "", "- r-xp 0 0 0 /",
        ])
    func others(line: String) {
        #expect(StartPages.CodeRange(line[...]) == nil)
    }

    @Test("the program runs on, and holds less")
    func release() throws {
        let before = try ResidentMemory.now()
        #expect(StartPages.release() > 1 << 20)
        #expect(try ResidentMemory.now() < before)
    }
}
