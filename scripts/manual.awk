# Completes the manual page that the argument parser has written: blank lines are paragraphs, and a
# flag and its negation, which have one text, are one item: --lower, --no-lower.
/^$/ { $0 = ".Pp" }

/^\.It Fl -no-/ && $3 == "-no-" positive {
  # Held back so far: the item of the positive flag, and its text.
  sub(/$/, " , " $3, item)
  print item
  printf "%s", text
  item = ""
  positive = ""
  skipping = 1
  next
}

# The text of the negation, which is that of the flag.
skipping && !/^\.(It|El)/ { next }

{ skipping = 0 }

/^\.(It|El)/ {
  flush_item()
  if (/^\.It Fl / && !/ Ar /) {
    item = $0
    text = ""
    positive = $NF
    sub(/^-/, "", positive)
    next
  }
}

item != "" { text = text $0 "\n"; next }

{ print }

END { flush_item() }

function flush_item() {
  if (item == "") return
  print item
  printf "%s", text
  item = ""
  positive = ""
}
