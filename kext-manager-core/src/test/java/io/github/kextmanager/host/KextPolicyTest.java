package io.github.kextmanager.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.host.KextPolicy.Decision;
import io.github.kextmanager.host.KextPolicy.Managed;
import io.github.kextmanager.host.KextPolicy.Permission;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KextPolicyTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final BundleIdentifier GADGET = BundleIdentifier.of("com.example.Gadget");

  private static KextPolicy policy(List<Decision> decisions, List<Managed> managed) {
    return new KextPolicy(decisions, managed, List.of(), List.of());
  }

  private static Decision decision(String team, Permission permission) {
    return new Decision(Optional.of(team), WIDGET, permission, Optional.empty(), Optional.empty());
  }

  private static Managed managed(Optional<String> team, Optional<BundleIdentifier> kext) {
    return new Managed(team, kext, Permission.ALLOWED, Optional.empty());
  }

  @Test
  void a_person_allows_a_kext() {
    assertThat(policy(List.of(decision("T", Permission.ALLOWED)), List.of()).allows(WIDGET))
        .isTrue();
    assertThat(policy(List.of(decision("T", Permission.NOT_ALLOWED)), List.of()).allows(WIDGET))
        .isFalse();
    assertThat(policy(List.of(), List.of()).allows(WIDGET)).isFalse();
  }

  @Test
  void rows_that_contradict_each_other_allow_nothing() {
    List<Decision> rows =
        List.of(decision("T", Permission.ALLOWED), decision("U", Permission.NOT_ALLOWED));

    assertThat(policy(rows, List.of()).allows(WIDGET)).isFalse();
  }

  @Test
  void a_profile_allows_a_kext_by_name() {
    KextPolicy policy = policy(List.of(), List.of(managed(Optional.of("T"), Optional.of(WIDGET))));

    assertThat(policy.allows(WIDGET)).isTrue();
    assertThat(policy.allows(GADGET)).isFalse();
  }

  @Test
  void a_profile_allows_a_team_whose_kext_it_is_known_to_be() {
    List<Managed> team = List.of(managed(Optional.of("T"), Optional.empty()));

    assertThat(policy(List.of(decision("T", Permission.NOT_ALLOWED)), team).allows(WIDGET))
        .isTrue();
    assertThat(policy(List.of(decision("U", Permission.NOT_ALLOWED)), team).allows(WIDGET))
        .isFalse();
    assertThat(policy(List.of(), team).allows(WIDGET)).isFalse();
  }
}
