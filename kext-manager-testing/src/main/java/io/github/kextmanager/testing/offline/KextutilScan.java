package io.github.kextmanager.testing.offline;

import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.testing.disk.KextOpener;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextCatalog;
import io.github.kextmanager.testing.log.LogSink;
import io.github.kextmanager.testing.program.Invocation;
import java.nio.file.Path;
import java.util.List;

/**
 * What kextutil opens, in its order: the folders of the system, the kexts that it is to deal with,
 * then other folders and other kexts. Of equal versions the one opened last is taken.
 *
 * @param mac where they are
 * @param arguments what was named
 * @param invocation how the tool was called
 */
record KextutilScan(KextutilMac mac, KextutilArguments arguments, Invocation invocation) {
  /** The kexts to be judged. */
  KextRepository repository(TargetMac target, LogSink log) {
    var opened = new OpenedKexts(mac.disk(), target, log);
    systemFolders().forEach(opened::scan);
    arguments.kexts().forEach(word -> opened.openNamed(path(word), word));
    arguments.repositories().forEach(word -> opened.scan(path(word)));
    arguments.dependencies().forEach(word -> opened.openNamed(path(word), word));
    return opened.repository();
  }

  /** The same kexts to be loaded. What is to be said of them was said already. */
  KextCatalog catalog() {
    var catalog =
        new KextCatalog(mac.disk(), new KextOpener(mac.disk(), mac.platform()), LogSink.NONE);
    systemFolders().forEach(catalog::scan);
    arguments.kexts().forEach(word -> catalog.open(path(word), word));
    arguments.repositories().forEach(word -> catalog.scan(path(word)));
    arguments.dependencies().forEach(word -> catalog.open(path(word), word));
    return catalog;
  }

  private List<Path> systemFolders() {
    return arguments.has(KextutilFlag.NO_SYSTEM_EXTENSIONS)
        ? List.of()
        : ExtensionFolders.of(mac.release());
  }

  private Path path(String word) {
    return invocation.absolute(word);
  }
}
