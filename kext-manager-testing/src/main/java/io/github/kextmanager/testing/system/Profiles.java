package io.github.kextmanager.testing.system;

import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.kernel.Releases;
import io.github.kextmanager.testing.policy.KextPolicyProfile;
import io.github.kextmanager.testing.policy.Management.Enrolment;
import io.github.kextmanager.testing.policy.PolicyState;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * {@code /usr/bin/profiles}, from 10.13 on, as far as it tells what is installed for the whole Mac:
 * {@code status -type enrollment}, and {@code -C}, {@code -P}, {@code list} and {@code show} of
 * configuration profiles, as names or with {@code -o stdout-xml} (profiles(1)). The texts are those
 * that people have published. A simulated Mac is enrolled by a person who approved of it, not by
 * its buyer.
 */
public final class Profiles implements Program {
  /** Where it is. */
  public static final String PATH = "/usr/bin/profiles";

  private static final MacOsVersion TWO_LINES = Releases.MDM_NEEDS_PROFILES;
  private static final String ENROLMENT = "com.example.mdm.enrollment";
  private static final int FAILURE = 1;

  private final MacOsVersion release;
  private final Supplier<PolicyState> policy;

  /**
   * The program.
   *
   * @param release the release
   * @param policy what is installed now
   */
  public Profiles(MacOsVersion release, Supplier<PolicyState> policy) {
    this.release = release;
    this.policy = policy;
  }

  @Override
  public int run(Invocation invocation) {
    List<String> words = invocation.arguments();
    if (words.equals(List.of("status", "-type", "enrollment"))) {
      enrolment().forEach(invocation.stdout()::println);
      return 0;
    }
    if (isQuestion(words)) {
      answer(words, invocation);
      return 0;
    }
    invocation
        .stderr()
        .println(
            "profiles: the simulated Mac knows status -type enrollment, and -C, -P, list and show,"
                + " also with -o stdout-xml, not: "
                + String.join(" ", words));
    return FAILURE;
  }

  private static boolean isQuestion(List<String> words) {
    List<String> rest = new ArrayList<>(words);
    rest.removeAll(List.of("-type", "configuration", "-o", "-output", "stdout-xml"));
    return rest.size() == 1 && List.of("-C", "-P", "list", "show").contains(rest.get(0));
  }

  private List<String> enrolment() {
    boolean isEnrolled = isEnrolled();
    if (!release.isAtLeast(TWO_LINES)) {
      return List.of(
          isEnrolled
              ? "An enrollment profile is currently installed on this system"
              : "There is no enrollment profile installed on this system");
    }
    List<String> lines = new ArrayList<>();
    lines.add("Enrolled via DEP: No");
    lines.add("MDM enrollment: " + (isEnrolled ? "Yes (User Approved)" : "No"));
    if (isEnrolled && release.isAtLeast(Releases.BIG_SUR)) {
      lines.add("MDM server: https://mdm.example.com/mdm");
    }
    return lines;
  }

  private boolean isEnrolled() {
    return policy.get().enrolment() == Enrolment.ENROLLED;
  }

  private void answer(List<String> words, Invocation invocation) {
    if (words.contains("stdout-xml")) {
      invocation.stdout().print(new ProfilesXml(isEnrolled(), policy.get().profiles()).text());
      return;
    }
    List<String> names = names();
    for (int i = 0; i < names.size(); i++) {
      invocation
          .stdout()
          .println(
              "_computerlevel[%d] attribute: profileIdentifier: %s".formatted(i + 1, names.get(i)));
    }
    invocation
        .stdout()
        .println(
            names.isEmpty()
                ? "There are no configuration profiles installed in the system domain"
                : "There are %d system configuration profiles installed".formatted(names.size()));
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    if (isEnrolled()) {
      names.add(ENROLMENT);
    }
    policy.get().profiles().forEach(profile -> names.add(name(profile)));
    return names;
  }

  static String enrolmentName() {
    return ENROLMENT;
  }

  static String name(KextPolicyProfile profile) {
    return "com.example.mdm.kexts." + profile.payload().toString().toUpperCase(Locale.ROOT);
  }
}
