package io.github.kextmanager.testing.offline;

import io.github.kextmanager.bundle.ExtensionFolders;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.program.Invocation;
import io.github.kextmanager.testing.program.ToolLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folders and kexts in which kextfind searches, in their order. */
final class SearchItems {
  private final Invocation invocation;
  private final Disk disk;
  private final ToolLog log;
  private final List<Item> items = new ArrayList<>();

  /** Something that was named, or the folders of the system. */
  private record Item(Optional<String> word) {}

  SearchItems(Invocation invocation, Disk disk, ToolLog log) {
    this.invocation = invocation;
    this.disk = disk;
    this.log = log;
  }

  void addSystemFolders() {
    items.add(new Item(Optional.empty()));
  }

  /** Takes the value of an option; false, and a line in the log, if nothing is to be searched. */
  boolean take(String word) {
    Path path = invocation.absolute(word);
    if (word.isEmpty() || disk.realPath(path).isEmpty()) {
      log.error("Can't stat %s - No such file or directory.".formatted(word));
      return false;
    }
    if (!disk.isFolder(path)) {
      log.error("%s - not a kext or directory.".formatted(word));
      return false;
    }
    items.add(new Item(Optional.of(word)));
    return true;
  }

  /** Takes an operand if it is a folder. */
  boolean takeOperand(String word) {
    boolean isFolder = !word.isEmpty() && disk.isFolder(invocation.absolute(word));
    if (isFolder) {
      items.add(new Item(Optional.of(word)));
    }
    return isFolder;
  }

  /** Opens all kexts in them; where nothing was named, those of the system. */
  void open(OpenedKexts opened, MacOsVersion release) {
    if (items.isEmpty()) {
      addSystemFolders();
    }
    for (Item item : items) {
      item.word()
          .ifPresentOrElse(
              word -> opened.openNamed(invocation.absolute(word), word),
              () -> ExtensionFolders.of(release).forEach(opened::scan));
    }
  }
}
