import Foundation
import Testing
import Yams

/// The scripts and jobs that run a round in parts.
@Suite struct ScaleTests {
  private static func jobs() throws -> [[String: Any]] {
    try Yams.load_all(yaml: Repository.text("docs/scale/kubernetes.yaml"))
      .map { try #require($0 as? [String: Any]) }
  }

  private static func container(of job: [String: Any]) throws -> [String: Any] {
    let spec = try #require(job["spec"] as? [String: Any])
    let template = try #require(spec["template"] as? [String: Any])
    let pod = try #require(template["spec"] as? [String: Any])
    return try #require((pod["containers"] as? [[String: Any]])?.first)
  }

  @Test func theJobIsIndexedAndItsPartsAreThoseOfItsScripts() throws {
    let jobs = try Self.jobs()
    #expect(jobs.map { $0["kind"] as? String } == ["Job", "Job"])
    #expect(jobs.allSatisfy { $0["apiVersion"] as? String == "batch/v1" })
    let spec = try #require(jobs[0]["spec"] as? [String: Any])
    #expect(spec["completionMode"] as? String == "Indexed")
    let count = try #require(spec["completions"] as? Int)
    let words = try #require(Self.container(of: jobs[0])["args"] as? [String])
    #expect(words.count == 1)
    #expect(words[0].contains("shard.sh \"$((JOB_COMPLETION_INDEX + 1))\" \(count) "))
    let command = try #require(Self.container(of: jobs[1])["command"] as? [String])
    #expect(command == ["sh", "/scale/merge.sh", "\(count)", "/round/out"])
    #expect((jobs[1]["spec"] as? [String: Any])?["suspend"] as? Bool == true)
  }

  @Test func everyScriptIsNamedAndSaysHowItIsCalled() throws {
    let page = try Repository.text("docs/scale/README.md")
    let scripts = Repository.files(under: "docs/scale/", ending: ".sh")
    #expect(scripts.count == 3)
    for script in scripts {
      let name = try #require(script.split(separator: "/").last)
      #expect(page.contains("(\(name))"))
      #expect(try Repository.text(script).hasPrefix("#!/bin/sh\n#"))
    }
  }
}
