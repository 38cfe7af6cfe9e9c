package io.github.kextmanager.plist;

import com.dd.plist.NSArray;
import com.dd.plist.NSDate;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import java.time.Instant;
import java.util.Date;
import java.util.Random;

/** Property lists made at random, as dd-plist writes them; the same for the same seed. */
final class RandomPlist {
  private static final String LETTERS = "aZ09 .<>&\"'\n\té€\uD83D\uDE00]]>";

  private final Random random;

  private RandomPlist(long seed) {
    this.random = new Random(seed);
  }

  static NSDictionary of(long seed) {
    return new RandomPlist(seed).dict(1);
  }

  private NSDictionary dict(int depth) {
    var dict = new NSDictionary();
    for (int i = random.nextInt(10); i > 0; i--) {
      dict.put(text(), value(depth + 1));
    }
    return dict;
  }

  private NSObject value(int depth) {
    return switch (random.nextInt(depth > 4 ? 6 : 8)) {
      case 0 -> NSObject.fromJavaObject(text());
      case 1 -> new NSNumber(random.nextLong() >> random.nextInt(64));
      case 2 -> new NSNumber(random.nextGaussian());
      case 3 -> new NSNumber(random.nextBoolean());
      case 4 -> new NSDate(Date.from(Instant.ofEpochSecond(random.nextInt())));
      case 5 -> NSObject.fromJavaObject(bytes());
      case 6 -> array(depth);
      default -> dict(depth);
    };
  }

  private NSArray array(int depth) {
    var array = new NSArray(random.nextInt(10));
    for (int i = 0; i < array.count(); i++) {
      array.setValue(i, value(depth + 1));
    }
    return array;
  }

  private String text() {
    var text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      int at =
          LETTERS.offsetByCodePoints(
              0, random.nextInt(LETTERS.codePointCount(0, LETTERS.length())));
      text.appendCodePoint(LETTERS.codePointAt(at));
    }
    return text.toString();
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return bytes;
  }
}
