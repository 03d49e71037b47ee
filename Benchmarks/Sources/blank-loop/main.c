/* Writes a blank anew, again and again, with libxlsxwriter: blank-loop PATTERN COUNT OUT
 *
 * PATTERN is as blank_pattern.py describes it; it is taken apart once, before the first workbook.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <xlsxwriter.h>

enum { MOST_WORDS = 12 };

struct step {
  char kind;
  int at[4];
  double number;
  char *words[MOST_WORDS];
  lxw_data_validation rule;
};

static void *grown(void *memory, size_t size) {
  memory = realloc(memory, size);
  if (!memory) exit(1);
  return memory;
}

static void unescape(char *text) {
  char *to = text;
  for (; *text; text++) {
    if (*text == '\\' && text[1]) {
      text++;
      *to++ = *text == 'n' ? '\n' : *text == 't' ? '\t' : *text;
    } else {
      *to++ = *text;
    }
  }
  *to = 0;
}

static char *formula(const char *text) {
  char *whole = grown(NULL, strlen(text) + 2);
  sprintf(whole, "=%s", text);
  return whole;
}

static int is_number(const char *text) {
  char *end;
  strtod(text, &end);
  return *text && !*end;
}

static void make_rule(struct step *step) {
  static const struct {
    const char *name;
    int list, number, text;
  } kinds[] = {
      {"decimal", 0, LXW_VALIDATION_TYPE_DECIMAL, LXW_VALIDATION_TYPE_DECIMAL_FORMULA},
      {"whole", 0, LXW_VALIDATION_TYPE_INTEGER, LXW_VALIDATION_TYPE_INTEGER_FORMULA},
      {"date", 0, LXW_VALIDATION_TYPE_DATE_NUMBER, LXW_VALIDATION_TYPE_DATE_FORMULA},
      {"list", 1, LXW_VALIDATION_TYPE_LIST_FORMULA, LXW_VALIDATION_TYPE_LIST_FORMULA},
  };
  lxw_data_validation *rule = &step->rule;
  rule->validate = LXW_VALIDATION_TYPE_ANY;
  rule->input_title = step->words[9];
  rule->input_message = step->words[10];
  for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
    if (strcmp(kinds[k].name, step->words[5])) continue;
    if (kinds[k].list) {
      rule->validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      rule->value_formula = formula(step->words[7]);
      return;
    }
    int plain = is_number(step->words[7]);
    rule->validate = (uint8_t)(plain ? kinds[k].number : kinds[k].text);
    rule->criteria = (uint8_t)atoi(step->words[6]);
    if (plain) {
      rule->minimum_number = rule->value_number = atof(step->words[7]);
      rule->maximum_number = atof(step->words[8]);
    } else {
      rule->minimum_formula = rule->value_formula = formula(step->words[7]);
      rule->maximum_formula = formula(step->words[8]);
    }
  }
}

static struct step read_step(char *line) {
  struct step step = {.kind = line[0]};
  int count = 0;
  for (char *word = line; word && count < MOST_WORDS; count++) {
    char *tab = strchr(word, '\t');
    if (tab) *tab++ = 0;
    unescape(word);
    step.words[count] = word;
    word = tab;
  }
  for (int k = 0; k < 4 && step.words[k + 1]; k++) step.at[k] = atoi(step.words[k + 1]);
  if (step.kind == 'n') step.number = atof(step.words[4]);
  if (step.kind == 'W') step.number = atof(step.words[3]);
  if (step.kind == 'H') step.number = atof(step.words[2]);
  if (step.kind == 'V') make_rule(&step);
  return step;
}

static lxw_format *make_format(lxw_workbook *book, const struct step *step) {
  lxw_format *format = workbook_add_format(book);
  char *const *word = step->words;
  format_set_font_name(format, word[1]);
  format_set_font_size(format, atof(word[2]));
  if (*word[3] == '1') format_set_bold(format);
  format_set_font_color(format, (lxw_color_t)strtoul(word[4], NULL, 16));
  if (*word[5] != '-') format_set_bg_color(format, (lxw_color_t)strtoul(word[5], NULL, 16));
  if (*word[6] == '1') format_set_border(format, LXW_BORDER_THIN);
  if (*word[7] == 'l') format_set_align(format, LXW_ALIGN_LEFT);
  if (*word[7] == 'c') format_set_align(format, LXW_ALIGN_CENTER);
  if (*word[7] == 'r') format_set_align(format, LXW_ALIGN_RIGHT);
  if (*word[8] == 'c') format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  if (*word[8] == 't') format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (*word[9] == '1') format_set_text_wrap(format);
  format_set_num_format(format, word[10]);
  if (word[11] && *word[11] == '0') format_set_unlocked(format);
  return format;
}

static void write_book(const char *path, struct step *steps, size_t count, lxw_format **formats) {
  lxw_workbook *book = workbook_new(path);
  lxw_worksheet *sheet = NULL;
  size_t known = 0;
  for (size_t k = 0; k < count; k++) {
    struct step *step = &steps[k];
    lxw_row_t row = (lxw_row_t)step->at[0];
    lxw_col_t column = (lxw_col_t)step->at[1];
    switch (step->kind) {
    case 'F': formats[known++] = make_format(book, step); break;
    case 'S': sheet = workbook_add_worksheet(book, step->words[1]); break;
    case 'c': worksheet_write_blank(sheet, row, column, formats[step->at[2]]); break;
    case 'n':
      worksheet_write_number(sheet, row, column, step->number, formats[step->at[2]]);
      break;
    case 's':
      worksheet_write_string(sheet, row, column, step->words[4], formats[step->at[2]]);
      break;
    case 'f':
      worksheet_write_formula_str(sheet, row, column, step->words[4], formats[step->at[2]], "");
      break;
    case 'M':
      worksheet_merge_range(sheet, row, column, (lxw_row_t)step->at[2], (lxw_col_t)step->at[3],
                            "", NULL);
      break;
    case 'W':
      worksheet_set_column(sheet, (lxw_col_t)row, column, step->number, NULL);
      break;
    case 'H': worksheet_set_row(sheet, row, step->number, NULL); break;
    case 'V':
      worksheet_data_validation_range(sheet, row, column, (lxw_row_t)step->at[2],
                                      (lxw_col_t)step->at[3], &step->rule);
      break;
    case 'N': workbook_define_name(book, step->words[1], step->words[2]); break;
    }
  }
  lxw_error error = workbook_close(book);
  if (error) {
    fprintf(stderr, "blank-loop: %s: %s\n", path, lxw_strerror(error));
    exit(1);
  }
}

int main(int words, char **word) {
  if (words != 4) return 2;
  FILE *file = fopen(word[1], "r");
  if (!file) return 1;
  struct step *steps = NULL;
  size_t count = 0, room = 0;
  char *line = NULL;
  size_t length = 0;
  while (getline(&line, &length, file) > 0) {
    line[strcspn(line, "\n")] = 0;
    if (count == room) steps = grown(steps, (room = room * 2 + 64) * sizeof *steps);
    steps[count++] = read_step(strdup(line));
  }
  fclose(file);
  lxw_format **formats = grown(NULL, count * sizeof *formats);
  mkdir(word[3], 0777);
  for (int number = 0; number < atoi(word[2]); number++) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%d.xlsx", word[3], number);
    write_book(path, steps, count, formats);
  }
  return 0;
}
