package tpch;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rows for the tables of TPC-H by seed: few, and such that its queries find some. */
final class TpchRows {
  static final int SUPPLIERS = 40;
  static final int PARTS = 80;
  static final int CUSTOMERS = 120;
  static final int ORDERS = 400;

  private static final List<String> REGIONS =
      List.of("AFRICA", "AMERICA", "ASIA", "EUROPE", "MIDDLE EAST");

  /** In the order of the regions, two of each. */
  private static final List<String> NATIONS =
      List.of(
          "KENYA",
          "MOROCCO",
          "BRAZIL",
          "CANADA",
          "INDIA",
          "JAPAN",
          "FRANCE",
          "GERMANY",
          "IRAN",
          "SAUDI ARABIA");

  private static final List<String> COLOURS = List.of("green", "grey", "red", "blue", "linen");
  private static final List<String> SEGMENTS = List.of("BUILDING", "MACHINERY", "FURNITURE");
  private static final List<String> PRIORITIES =
      List.of("1-URGENT", "2-HIGH", "3-MEDIUM", "4-NOT SPECIFIED", "5-LOW");
  private static final List<String> MODES = List.of("MAIL", "SHIP", "AIR", "REG AIR", "RAIL");
  private static final LocalDate FIRST_DAY = LocalDate.of(1993, 1, 1);

  private final Random random;
  private final List<String> statements = new ArrayList<>();

  private TpchRows(long seed) {
    random = new Random(seed);
  }

  /** One INSERT for each table and group of rows. */
  static List<String> inserts(long seed) {
    TpchRows rows = new TpchRows(seed);
    rows.places();
    rows.parts();
    rows.customers();
    rows.orders();
    return rows.statements;
  }

  private void places() {
    List<String> regions = new ArrayList<>();
    for (int i = 0; i < REGIONS.size(); i++) {
      regions.add(row(i, text(REGIONS.get(i)), comment()));
    }
    insert("region", regions);
    List<String> nations = new ArrayList<>();
    for (int i = 0; i < NATIONS.size(); i++) {
      nations.add(row(i, text(NATIONS.get(i)), i / 2, comment()));
    }
    insert("nation", nations);
    List<String> suppliers = new ArrayList<>();
    for (int i = 1; i <= SUPPLIERS; i++) {
      int nation = random.nextInt(NATIONS.size());
      String comment = random.nextInt(8) == 0 ? text("Customer has Complaints") : comment();
      suppliers.add(
          row(
              i,
              text("Supplier#" + i),
              text("street " + i),
              nation,
              phone(nation),
              cents(),
              comment));
    }
    insert("supplier", suppliers);
  }

  private void parts() {
    List<String> parts = new ArrayList<>();
    List<String> supplies = new ArrayList<>();
    for (int i = 1; i <= PARTS; i++) {
      String type =
          pick(List.of("ECONOMY", "PROMO", "MEDIUM", "LARGE"))
              + pick(List.of(" POLISHED ", " PLATED "))
              + pick(List.of("BRASS", "STEEL", "COPPER"));
      String container =
          pick(List.of("SM", "MED", "LG")) + pick(List.of(" CASE", " BOX", " PACK", " BAG"));
      int maker = 1 + random.nextInt(4);
      parts.add(
          row(
              i,
              text(pick(COLOURS) + " " + pick(COLOURS)),
              text("Manufacturer#" + maker),
              text("Brand#" + maker + (1 + random.nextInt(5))),
              text(type),
              1 + random.nextInt(50),
              text(container),
              cents(),
              comment()));
      for (int j = 0; j < 4; j++) {
        int supplier = 1 + (i + j * 10) % SUPPLIERS;
        supplies.add(row(i, supplier, random.nextInt(1000), cents(), comment()));
      }
    }
    insert("part", parts);
    insert("partsupp", supplies);
  }

  private void customers() {
    List<String> customers = new ArrayList<>();
    for (int i = 1; i <= CUSTOMERS; i++) {
      int nation = random.nextInt(NATIONS.size());
      customers.add(
          row(
              i,
              text("Customer#" + i),
              text("road " + i),
              nation,
              phone(nation),
              cents(),
              text(pick(SEGMENTS)),
              comment()));
    }
    insert("customer", customers);
  }

  private void orders() {
    List<String> orders = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= ORDERS; i++) {
      LocalDate day = FIRST_DAY.plusDays(random.nextInt(1500));
      int customer = 1 + random.nextInt(CUSTOMERS * 2 / 3);
      String comment = random.nextInt(6) == 0 ? text("special packing requests") : comment();
      orders.add(
          row(
              i,
              customer,
              text(pick(List.of("F", "O", "P"))),
              cents(),
              text(day.toString()),
              text(pick(PRIORITIES)),
              text("Clerk#" + random.nextInt(9)),
              0,
              comment));
      int count = 1 + random.nextInt(6);
      for (int line = 1; line <= count; line++) {
        lines.add(line(i, line, day));
      }
    }
    insert("orders", orders);
    insert("lineitem", lines);
  }

  private String line(int order, int number, LocalDate day) {
    int part = 1 + random.nextInt(PARTS);
    int supplier = 1 + (part + random.nextInt(4) * 10) % SUPPLIERS;
    LocalDate shipped = day.plusDays(1 + random.nextInt(90));
    LocalDate received = shipped.plusDays(1 + random.nextInt(30));
    return row(
        order,
        part,
        supplier,
        number,
        (1 + random.nextInt(50)) + ".0",
        cents(),
        "0.0" + random.nextInt(10),
        "0.0" + random.nextInt(9),
        text(pick(List.of("R", "A", "N"))),
        text(pick(List.of("O", "F"))),
        text(shipped.toString()),
        text(day.plusDays(30 + random.nextInt(60)).toString()),
        text(received.toString()),
        text(pick(List.of("DELIVER IN PERSON", "NONE"))),
        text(pick(MODES)),
        comment());
  }

  private void insert(String table, List<String> rows) {
    int most = 100;
    for (int from = 0; from < rows.size(); from += most) {
      List<String> some = rows.subList(from, Math.min(rows.size(), from + most));
      statements.add("INSERT INTO " + table + " VALUES " + String.join(", ", some));
    }
  }

  private static String row(Object... values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(String.valueOf(value));
    }
    return "(" + String.join(", ", texts) + ")";
  }

  private static String text(String value) {
    return "'" + value + "'";
  }

  private String cents() {
    return random.nextInt(9000) + "." + (10 + random.nextInt(90));
  }

  private String phone(int nation) {
    return text((10 + nation * 3) + "-" + random.nextInt(1000));
  }

  private String comment() {
    return text(pick(COLOURS) + " packages");
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
