package io.github.kextmanager.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around tables: what says nothing is told from what may say something. */
class KnownNoiseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Executing: /usr/bin/kmutil showloaded",
        "Executing: /usr/bin/kmutil showloaded --list-only",
        "No variant specified, falling back to release",
        "> No variant specified, falling back to release",
        "Last login: Tue Mar  8 07:15:02 on ttys004",
        "The default interactive shell is now zsh.",
        "To update your account to use zsh, please run `chsh -s /bin/zsh`.",
        "For more details, please visit https://support.apple.com/kb/HT208050.",
        "You have new mail.",
        "Password:",
        "Password: \ud83d\udd11",
        "[sudo] password for user:",
        "Sorry, try again.",
        "[Process completed]",
        "logout",
      })
  void the_talk_of_tools_and_terminals_is_noise(String line) {
    assertThat(read(line).unrecognised()).isEmpty();
    assertThat(read(line).ignoredLines()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kextstat",
        "kextstat -l",
        "kmutil showloaded",
        "/usr/sbin/kextstat -l -b com.example",
        "sudo kextstat | grep -i virtualbox",
        "sudo -S kextstat -l",
        "KEXTSTAT_LEGACY_MODE=1 kextstat",
        "$ kextstat",
        "% kextstat",
        "# kextstat",
        "> kextstat -b com.example",
        ">kextstat",
        "❯ sudo kextstat | grep -i virtualbox",
        "➜  ~ kextstat",
        "  ~ kextstat| grep -i x86",
        "github  kextstat",
        "mac ~ > kextstat | grep -i ftdi",
        "Lab-Mac:~ user$ kextstat",
        "Lab-Mac:Some Folder user$ kextstat",
        "Lab-Mac:~ root# kextstat | grep -v com.apple",
        "delta:~ user$ uname -a",
        "user@Mac ~ % kextstat",
        "user@Mac ~ %",
        "user@host:/var/log$ dmesg",
        "[user@host dir]$ ls",
        "sh-3.2# kextstat",
        "bash-3.2$",
        "+ sudo kextstat -l",
        "++ /usr/sbin/kextstat",
        "(base) user@Mac ~ % sw_vers",
        "> $ kextstat",
        "$",
        "❯",
      })
  void a_prompt_or_a_command_is_noise(String line) {
    assertThat(read(line).unrecognised()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```",
        "```text",
        "``` bash",
        "> ```",
        "~~~",
        "{% highlight bash %}",
        "{% endhighlight %}",
        "[code]",
        "[/CODE]",
        "[spoiler=kextstat][code]",
        "{code:bash}",
        "{noformat}",
        "<pre>",
        "</pre></code>",
        "<div class=\"highlight\"><pre>",
        "<br/>",
        "<details>",
        "|---|---|---|",
        "--------------------",
        "====",
        "...",
        "…",
        "[...]",
        "(…)",
        "[snip]",
        "-- snip --",
        "<truncated>",
        "... 151 more rows ...",
        "[100 lines omitted]",
        "--More--",
        "(END)",
        "Script started on Mon Mar  8 10:11:12 2021",
        "",
        "   ",
        "\t",
        "\u00a0",
        "\u200b",
        "\ufeff",
      })
  void markup_gaps_and_blank_lines_are_noise(String line) {
    KextTable table = read("x\n" + line + "\nx");

    assertThat(table.unrecognised()).extracting(UnrecognisedLine::line).containsExactly(1, 3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Index Refs Address    Size       Wired      Name (Version) <Linked Against>",
        "Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>",
        "Index Refs Address            Size       Wired      Architecture       Name (Version) UUID <Linked Against>",
        "Index Refs Address Size Wired Name (Version) UUID <Linked Against>",
        "\tIndex Refs Address            Size       Wired      Name (Version) <Linked Against>",
        "<pre>Index Refs Address            Size       Wired      Name (Version) UUID &lt;Linked Against&gt;",
        "| Index | Refs | Address | Size | Wired | Name (Version) | UUID | <Linked Against> |",
        "Password:Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>",
        "\"Index Refs Address            Size       Wired      Name (Version) UUID <Linked Against>\\n\",",
        "Index Refs Address            Size       Wired      Name (Version)",
        "index refs address size wired name (version) uuid <linked against>",
        "| Index | Refs | Address | Size | Wired | Name | Version | UUID | Linked Against |",
        "Index,Refs,Address,Size,Wired,Name (Version),UUID,Linked Against",
        "Index Refs Address Size Wired Name (Version) UUID \\<Linked Against\\>",
        "Index Refs Address Size Wired Name (Version) UUID [Linked Against]",
        "Index Refs Address Size Wired Name (Version) UUID <Li=\nnked Against>",
        "Refs Address            Size       Wired      Name (Version) <Linked Against>",
        "Index Refs Address            Size       Wired      Name (Version) UUID <Linked \nAgainst>",
        "> Index Refs Address            Size       Wired      Name (Version) UUID <Li\n> nked Against>",
        "Index Refs Address            Size\n   Wired      Name (Version) UU\nID <Linked Against>",
      })
  void a_header_is_noise(String header) {
    assertThat(read(header).unrecognised()).isEmpty();
    assertThat(read(header).ignoredLines()).isEqualTo((int) header.lines().count());
  }

  @Test
  void only_the_next_line_continues_a_header() {
    assertThat(read("Index Refs\nAddress\n\nSize").unrecognised())
        .containsExactly(new UnrecognisedLine(4, "Size"));
  }

  @Test
  void a_line_that_does_not_continue_a_header_is_not_part_of_it() {
    assertThat(read("Index Refs\nAddresses\n").unrecognised())
        .containsExactly(new UnrecognisedLine(2, "Addresses"));
    assertThat(
            read("Index Refs Address Size Wired Name (Version) <Linked Against>\nUUID\n")
                .unrecognised())
        .containsExactly(new UnrecognisedLine(2, "UUID"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kextstat says:",
        "I ran kextstat and got this:",
        "in the terminal, you should see something like this,",
        "Please run kextstat | grep foo and post the output",
        "# Loaded kexts",
        "> as you can see the kext is loaded",
        "100% sure",
        "It costs 5$ more",
        "Kextstat:",
        "Index of loaded kexts",
        "com.example.driver (1.2.3)",
        "com.example.driver\t1.2.3",
        "12",
        "12 34",
        "Couldn't get list of loaded kexts from kernel.",
        "----FPS Report Legend:-----",
      })
  void prose_is_not(String line) {
    assertThat(read(line).unrecognised()).containsExactly(new UnrecognisedLine(1, line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "   *0xffffff7f819fb000 - 0xffffff7f81ab1fff  com.apple.kec.pthread 1.0 (1) <2DD513A2-8539-33C6-BF49-68B43C0ABD01>  /System/pthread",
        "       0x10f5d5000 -        0x10f5d8fff +com.example.app (1.0 - 1) <2DD513A2-8539-33C6-BF49-68B43C0ABD01> /Applications/x",
        "last started kext at 901122334: com.example.fs\t5.1.3 (addr 0xfffffe0061a40000, size 6208)",
        "         com.apple.driver.Foo(1.0)[2DD513A2-8539-33C6-BF49-68B43C0ABD01]@0xffffff7f81253000->0xffffff7f8125bfff",
        "            dependency: com.apple.iokit.IOPCIFamily(2.9)@0xffffff7f80b2c000",
        "0xffffff7f80fbd000 0xffffff7f80a42000 0x9000 123 0 1.0.0 com.example",
        "fffff7f80a42000 0x9c80     0x9c80     com.apple.kpi.bsd (15.5.0)",
        "  124    2 0xffffff7f831c2000 org.pqrs.driver.Karabiner (10.20.0)",
        "  124    2 0xffffff7f831c2000 0x29000    0x29000    org.pqrs.driver.Karabiner",
        "[  123.456] (1) 0x1 0x2 0x3",
      })
  void what_only_resembles_a_row_is_not_one(String line) {
    assertThat(read(line).rows()).isEmpty();
    assertThat(read(line).unrecognised()).containsExactly(new UnrecognisedLine(1, line));
  }

  private static KextTable read(String text) {
    return KextTableReader.lenient().read(text);
  }
}
