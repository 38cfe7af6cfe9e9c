package io.github.kextmanager.command.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThisMachineTest {
  @TempDir private Path folder;

  @Test
  void reads_the_three_names_of_a_mac_from_its_configuration() throws IOException {
    Path preferences =
        Files.writeString(
            folder.resolve("preferences.plist"),
            """
            <plist version="1.0"><dict>
              <key>System</key><dict>
                <key>Network</key><dict>
                  <key>HostNames</key><dict>
                    <key>LocalHostName</key><string>Janes-MacBook</string>
                  </dict>
                </dict>
                <key>System</key><dict>
                  <key>ComputerName</key><string>Jane's MacBook</string>
                  <key>HostName</key><string>jane.example.com</string>
                </dict>
              </dict>
            </dict></plist>
            """);

    assertThat(ThisMachine.configured(preferences))
        .containsExactlyInAnyOrder("jane.example.com", "Jane's MacBook", "Janes-MacBook");
  }

  @Test
  void reads_no_names_where_there_is_no_configuration_or_another_file() throws IOException {
    Path prose = Files.writeString(folder.resolve("prose"), "no property list");

    assertThat(ThisMachine.configured(folder.resolve("none"))).isEmpty();
    assertThat(ThisMachine.configured(prose)).isEmpty();
  }

  @Test
  void knows_other_users_by_their_home_folders() throws IOException {
    Files.createDirectory(folder.resolve("bob"));
    Files.createDirectory(folder.resolve(".hidden"));
    Files.writeString(folder.resolve("file"), "");

    assertThat(ThisMachine.otherUsers(folder)).containsExactly("bob");
    assertThat(ThisMachine.otherUsers(folder.resolve("none"))).isEmpty();
  }

  @Test
  void knows_the_user_of_this_process() {
    assertThat(ThisMachine.users()).contains(System.getProperty("user.name"));
  }
}
