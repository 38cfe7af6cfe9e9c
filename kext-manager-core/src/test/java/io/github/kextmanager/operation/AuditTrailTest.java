package io.github.kextmanager.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.lifecycle.CommandRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
  @Test
  void hands_each_record_to_the_listener_and_keeps_it() {
    List<CommandRecord> heard = new ArrayList<>();
    var trail = new AuditTrail(heard::add);

    trail.add(record(1));
    trail.add(record(2));

    assertThat(heard).containsExactly(record(1), record(2));
    assertThat(trail.records()).containsExactly(record(1), record(2));
  }

  @Test
  void keeps_the_last_ones_when_there_are_too_many() {
    var trail = new AuditTrail(record -> {});

    for (int i = 0; i <= AuditTrail.CAPACITY; i++) {
      trail.add(record(i));
    }

    assertThat(trail.records())
        .hasSize(AuditTrail.CAPACITY)
        .startsWith(record(1))
        .endsWith(record(AuditTrail.CAPACITY));
  }

  private static CommandRecord record(int number) {
    return new CommandRecord(
        Instant.EPOCH,
        List.of("/sbin/kextload", "-b", "kext" + number),
        CommandRecord.Access.ROOT,
        Optional.empty(),
        false,
        Duration.ZERO);
  }
}
