package io.github.kextmanager.plist;

import com.dd.plist.NSArray;
import com.dd.plist.NSData;
import com.dd.plist.NSDate;
import com.dd.plist.NSDictionary;
import com.dd.plist.NSNumber;
import com.dd.plist.NSObject;
import com.dd.plist.NSString;
import com.dd.plist.PropertyListParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a property list by way of dd-plist, which shares no code with ours. */
final class SecondReading {
  private SecondReading() {}

  static PlistValue read(byte[] bytes) throws Exception {
    return value(PropertyListParser.parse(bytes));
  }

  private static PlistValue value(NSObject object) {
    if (object instanceof NSDictionary dict) {
      Map<String, PlistValue> entries = new LinkedHashMap<>();
      dict.getHashMap().forEach((key, value) -> entries.put(key, value(value)));
      return new PlistDict(entries);
    }
    if (object instanceof NSArray array) {
      List<PlistValue> values = new ArrayList<>();
      for (NSObject element : array.getArray()) {
        values.add(value(element));
      }
      return new PlistArray(values);
    }
    if (object instanceof NSNumber number) {
      return switch (number.type()) {
        case NSNumber.BOOLEAN -> new PlistBoolean(number.boolValue());
        case NSNumber.INTEGER -> PlistInteger.of(number.longValue());
        default -> new PlistReal(number.doubleValue());
      };
    }
    if (object instanceof NSData data) {
      return new PlistData(data.bytes());
    }
    if (object instanceof NSDate date) {
      return new PlistDate(date.getDate().toInstant());
    }
    return new PlistString(((NSString) object).getContent());
  }
}
