"""The openpyxl script on wolfxl, which offers the same interface and edits files in place.

Usage: wolfxl_script.py DIR_IN DIR_OUT
"""
import wolfxl

wolfxl.install_as_openpyxl()

import form  # noqa: E402
import openpyxl_script  # noqa: E402

openpyxl_script.SAVING["modify"] = True

if __name__ == "__main__":
    form.run(openpyxl_script.process, openpyxl_script.summarise)
