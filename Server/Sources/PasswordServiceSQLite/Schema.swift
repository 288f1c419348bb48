import PasswordService

/// The tables, version by version.
enum Schema {
  /// What marks a file as a store of this service: "Pwrs".
  static let applicationID = 0x5077_7273

  /// The columns of the texts of a record, in the order of the fields.
  static let textColumns = [
    "title", "user_name", "description", "generic1", "generic2", "generic3", "generic4", "generic5",
    "generic6", "generic7", "generic8", "generic9", "generic10", "notes", "url",
  ]

  /// Step *n*, counted from 1, makes version *n* of version *n* - 1; released steps never change.
  static let steps = [first]

  private static let first = """
    CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    INSERT INTO counter VALUES ('configuration', 0), ('record', 0);
    CREATE TABLE configuration (
      id INTEGER PRIMARY KEY CHECK (id = 1), document TEXT NOT NULL) STRICT;
    CREATE TABLE caller_key (
      name TEXT PRIMARY KEY, scope TEXT NOT NULL, list_id INTEGER, hash BLOB NOT NULL,
      prefix TEXT NOT NULL) STRICT;
    CREATE TABLE wrapped_key (
      id INTEGER NOT NULL, master_id BLOB NOT NULL, bytes BLOB NOT NULL,
      PRIMARY KEY (id, master_id)) STRICT;
    CREATE TABLE record (
      id INTEGER PRIMARY KEY, list_id INTEGER NOT NULL, \(contents),
      reset_schedule TEXT, allow_export INTEGER NOT NULL, is_recycled INTEGER NOT NULL,
      handled_expiry INTEGER) STRICT;
    CREATE INDEX record_by_list ON record (list_id, id);
    CREATE INDEX record_by_expiry ON record (expiry) WHERE expiry IS NOT NULL;
    CREATE TABLE history (
      id INTEGER PRIMARY KEY AUTOINCREMENT, record_id INTEGER NOT NULL, change TEXT NOT NULL,
      \(contents),
      time INTEGER NOT NULL, list_name TEXT NOT NULL, user_id TEXT NOT NULL,
      first_name TEXT NOT NULL, surname TEXT NOT NULL) STRICT;
    CREATE INDEX history_by_record ON history (record_id, id);
    CREATE TABLE audit (
      sequence INTEGER PRIMARY KEY, time INTEGER NOT NULL, actor TEXT NOT NULL,
      origin TEXT NOT NULL, action TEXT NOT NULL, object TEXT NOT NULL, outcome TEXT NOT NULL,
      detail TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
    CREATE TABLE audit_seal (id INTEGER PRIMARY KEY CHECK (id = 1), seal BLOB NOT NULL) STRICT;
    CREATE TABLE job (
      id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, record_id INTEGER NOT NULL,
      password BLOB NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL,
      not_before INTEGER NOT NULL, result TEXT NOT NULL) STRICT;
    CREATE INDEX job_by_state ON job (state, id);
    PRAGMA application_id = \(applicationID);
    """

  /// The columns that records and rows of histories share.
  private static let contents = """
    \(textColumns.map { "\($0) TEXT NOT NULL" }.joined(separator: ", ")),
    account_type_id INTEGER NOT NULL, password BLOB, generic_passwords BLOB NOT NULL,
    expiry INTEGER
    """
}
