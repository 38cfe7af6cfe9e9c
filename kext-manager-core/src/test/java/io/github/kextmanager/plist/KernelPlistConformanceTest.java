package io.github.kextmanager.plist;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.conformance.RepositoryCase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Info.plist that Apple's own library was given, and whether it could read it. */
class KernelPlistConformanceTest {
  private static final String REFUSAL = "Can't read info dictionary for ";

  @ParameterizedTest(name = "{0}")
  @MethodSource("repositories")
  void accepts_and_refuses_as_apple_does_and_in_the_same_words(RepositoryCase repository) {
    for (RepositoryCase.Answer answer : repository.answers()) {
      if (!answer.died()) {
        infoPlists(repository)
            .forEach(
                entry -> {
                  String refused = appleRefusal(bundle(entry), answer.scanMessages());
                  assertThat(ourRefusal(entry)).as(entry.path()).isEqualTo(refused);
                });
      }
    }
  }

  static Stream<Named<RepositoryCase>> repositories() {
    return RepositoryCase.all().map(repository -> Named.of(repository.id(), repository));
  }

  private static Stream<RepositoryCase.Entry> infoPlists(RepositoryCase repository) {
    return repository.wholeTree().stream()
        .filter(entry -> entry.path().endsWith("/Info.plist") && entry.type().equals("file"));
  }

  private static String bundle(RepositoryCase.Entry infoPlist) {
    String path = infoPlist.path();
    return path.substring(0, path.lastIndexOf(".kext/") + ".kext".length());
  }

  /**
   * The library names a bundle by its whole path or by its last part, as its release will have it.
   */
  private static String appleRefusal(String bundle, String messages) {
    String name = bundle.substring(bundle.lastIndexOf('/') + 1);
    List<String> refusals =
        messages
            .lines()
            .filter(line -> line.startsWith(REFUSAL))
            .filter(line -> line.contains(name + ": "))
            .map(line -> line.substring(line.indexOf(name + ": ") + name.length() + 2))
            .toList();
    return refusals.isEmpty() ? "" : refusals.get(0);
  }

  private static String ourRefusal(RepositoryCase.Entry infoPlist) {
    KernelPlist plist = KernelPlistReader.read(infoPlist.contents());
    if (plist instanceof KernelPlist.Refused refused) {
      return refused.message() + ".";
    }
    return ((KernelPlist.Accepted) plist).root() instanceof PlistDict ? "" : "(unknown error).";
  }
}
